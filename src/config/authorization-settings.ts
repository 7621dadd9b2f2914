import { trueOrFalse } from "./parsers.ts";
import { settingList } from "./setting.ts";

/** The settings of what clients may do, whichever client it is. */
export const authorizationSettings = settingList([
  {
    name: "READ_ONLY",
    about: "true refuses all mutations, whatever the scopes of a client; queries are answered as before.",
    parse: trueOrFalse,
  },
]);
