// Writes the licences of all packages that the image holds: `npx tsx scripts/third-party-licences.ts <file>`.
import { writeFileSync } from "node:fs";
import { licencesText, thirdParty } from "./third-party.ts";

const [, , file = "THIRD-PARTY-LICENCES"] = process.argv;
writeFileSync(file, licencesText(thirdParty(new URL("../", import.meta.url))));
