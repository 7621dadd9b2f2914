import { writeFileSync } from "node:fs";
import { callCeilings } from "../test/client/call-ceilings.ts";

writeFileSync(new URL("../docs/call-ceilings.md", import.meta.url), await callCeilings());
