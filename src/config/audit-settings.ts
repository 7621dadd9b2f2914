import { anyText } from "./parsers.ts";
import { settingList } from "./setting.ts";

/** The settings of the audit. */
export const auditSettings = settingList([
  {
    name: "AUDIT_FILE",
    about:
      "File that a line is appended to for each field of a mutation; opened again on SIGHUP. Without it they stand in the log, which drops lines when its reader is slow.",
    parse: anyText,
  },
]);
