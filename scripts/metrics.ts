import { writeFileSync } from "node:fs";
import { metricsText } from "./metrics-text.ts";

writeFileSync(new URL("../docs/metrics.md", import.meta.url), metricsText());
