import { printSchemaWithDirectives } from "@graphql-tools/utils";
import { createSchema } from "../src/graphql/schema.ts";

/** The whole schema as one SDL document, with descriptions and directives. */
export const schemaText = (): string => `${printSchemaWithDirectives(createSchema())}\n`;
