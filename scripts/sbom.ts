// Writes the packages that the image holds: `npm sbom --omit=dev --sbom-format=cyclonedx | npx tsx scripts/sbom.ts`.
import { json } from "node:stream/consumers";
import { imageSbom, type Sbom } from "./image-sbom.ts";
import { thirdParty } from "./third-party.ts";

const running = (await json(process.stdin)) as Sbom;
const sbom = imageSbom(running, thirdParty(new URL("../", import.meta.url)));
process.stdout.write(`${JSON.stringify(sbom, null, 2)}\n`);
