import type { Command } from "./command.ts";

/** Every command, in the order in which the help has them; the first is run where none is named. */
export const commands: readonly [Command, ...Command[]] = [
  {
    name: "start",
    about: "Starts the gateway; so does no command at all.",
    options: { port: { value: "PORT", about: "Port to listen on, in place of the setting PORT." } },
    takesSettings: true,
    load: async () => (await import("./start.ts")).start,
  },
  {
    name: "check",
    about: "Tries the key of each real system with one read; tells limits and clocks.",
    takesSettings: true,
    load: async () => (await import("./check.ts")).check,
  },
  {
    name: "sandbox",
    about: "Starts the emulators of the systems alone, for other programs.",
    options: {
      port: { value: "PORT", about: "First of the ports in a row, one for each system. Default: 4101." },
    },
    load: async () => (await import("./sandbox.ts")).sandbox,
  },
  {
    name: "schema",
    about: "Prints the schema.",
    load: async () => (await import("./schema.ts")).schema,
  },
  {
    name: "plan",
    about: "Tells how many calls the operations of a file would make, and makes none.",
    operands: ["FILE"],
    options: {
      variables: {
        value: "FILE",
        about: "File of JSON with the variables of the operations. Default: none.",
      },
    },
    load: async () => (await import("./plan.ts")).plan,
  },
  {
    name: "new-key",
    about: "Prints a new key for a client, and its entry in CLIENTS_FILE.",
    operands: ["NAME"],
    options: { scopes: { value: "SCOPE,…", about: "Scopes of the client, such as assembly:read." } },
    load: async () => (await import("./new-key.ts")).newKey,
  },
];
