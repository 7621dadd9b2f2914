import { z } from "zod";
import { trueOrFalse } from "./parsers.ts";
import { parsedBy, settingList } from "./setting.ts";

/** The settings that make the gateway a subgraph of a federated graph. */
export const subgraphSettings = settingList([
  {
    name: "SUBGRAPH",
    about:
      "true makes the gateway a subgraph of Apollo Federation 2: routers may ask for _service and _entities. Without it the schema knows nothing of federation.",
    parse: trueOrFalse,
  },
  {
    name: "SUBGRAPH_NODE",
    about:
      "false leaves node and nodes out of what _service tells routers, for graphs that have their own; the gateway itself still answers both. True unless given.",
    parse: trueOrFalse,
  },
  {
    name: "SUBGRAPH_PREFIX",
    about:
      "Stands in front of the names of all types but scalars, for graphs that have a User or a Role of their own: Support makes SupportUser. Clients of the gateway itself get these names, too.",
    parse: parsedBy(
      z
        .string()
        .regex(
          /^[A-Z][A-Za-z\d]{0,29}$/,
          "is no prefix such as Support: letters and digits, a capital first",
        ),
    ),
  },
  {
    name: "SUBGRAPH_FIELD_PREFIX",
    about:
      "Stands in front of the names of all fields of Query and Mutation, for graphs that have a field me or user of their own: support makes supportUser. Clients of the gateway itself get these names, too.",
    parse: parsedBy(
      z
        .string()
        .regex(
          /^[a-z][A-Za-z\d]{0,29}$/,
          "is no prefix such as support: letters and digits, a small letter first",
        ),
    ),
  },
]);
