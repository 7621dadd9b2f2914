import { writeFileSync } from "node:fs";
import { accessPathsText } from "./access-paths-text.ts";

writeFileSync(new URL("../docs/access-paths.md", import.meta.url), accessPathsText());
