import { readConfig } from "../src/config/config.ts";
import { loadEnvFile } from "../src/config/env-file.ts";
import { subgraphSdlOf } from "../src/federation/subgraph-sdl.ts";
import { fullModel } from "../src/graphql/model.ts";
import { createSchema } from "../src/graphql/schema.ts";
import { systems } from "../src/systems.ts";

/** Prints the SDL that routers get of a gateway with these settings; SUBGRAPH itself need not be set. */
loadEnvFile(".env");
const { subgraph } = readConfig({ ...process.env, SUBGRAPH: "true" }, systems);
const schema = createSchema({ ...fullModel, ...(subgraph && { subgraph }) });
process.stdout.write(subgraphSdlOf(schema) ?? "");
