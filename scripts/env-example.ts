import { writeFileSync } from "node:fs";
import { envExample } from "../src/config/help-text.ts";
import { systems } from "../src/systems.ts";

writeFileSync(new URL("../.env.example", import.meta.url), envExample(systems));
