import { writeFileSync } from "node:fs";
import { envExample } from "../src/settings-text.ts";

writeFileSync(new URL("../.env.example", import.meta.url), envExample());
