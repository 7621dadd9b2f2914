import { z } from "zod";
import { anyText, trueOrFalse } from "./parsers.ts";
import { parsedBy, settingList } from "./setting.ts";

/** The settings that say which operations are run, and what they tell of the gateway. */
export const operationSettings = settingList([
  {
    name: "READ_ONLY",
    about: "true refuses all mutations, whatever the scopes of a client; queries are answered as before.",
    parse: trueOrFalse,
  },
  {
    name: "INTROSPECTION",
    about:
      "Whether all clients may ask for the schema, are told names that are like theirs, and get GraphiQL in a browser: true or false. Otherwise the first two are for clients with the scope schema:introspect. True unless NODE_ENV is production.",
    parse: trueOrFalse,
  },
  {
    name: "EXPLAIN",
    about:
      "Whether the header X-Explain tells clients of the calls behind their operations: true or false. True unless NODE_ENV is production.",
    parse: trueOrFalse,
  },
  {
    name: "DOCUMENTS",
    about:
      "Which documents are run: any; prefer, which runs any and notes in the log those that DOCUMENTS_FILE does not list; or only, which refuses those.",
    byDefault: "any",
    parse: parsedBy(z.enum(["any", "prefer", "only"], { error: "is none of any, prefer and only" })),
  },
  {
    name: "DOCUMENTS_FILE",
    about:
      "Manifest of the trusted documents, as the codegen client preset writes it for persistedDocuments, or a folder of them.",
    parse: anyText,
  },
]);
