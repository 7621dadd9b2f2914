import { writeFileSync } from "node:fs";
import { coverageText } from "../test/coverage/coverage-text.ts";

writeFileSync(new URL("../docs/coverage.md", import.meta.url), await coverageText());
