import { commaList, trueOrFalse } from "./parsers.ts";
import { parsedBy, settingList } from "./setting.ts";

/** A name or address as a `Host` header has it, without a port; or any. */
const isHost = (text: string): boolean => /^(\*|[a-z\d_.-]+|\[[a-f\d:.]+\])$/.test(text);

/** The settings that say how far the gateway opens to those that it does not know. */
export const productionSettings = settingList([
  {
    name: "ALLOWED_HOSTS",
    about:
      "Hosts that requests may name, separated by commas and without ports; * stands for any. Those of loopback always may. Unless given, any may where HOST is no loopback address, but with NODE_ENV production real systems need it there.",
    parse: parsedBy(
      commaList
        .transform((hosts) => hosts.map((host) => host.toLowerCase()))
        .refine(
          (hosts) => hosts.length > 0 && hosts.every(isHost),
          "names what is no host, such as gateway.example.com; leave schemes and ports out",
        ),
    ),
  },
  {
    name: "INTROSPECTION",
    about:
      "Whether all clients may ask for the schema, are told names that are like theirs, and get GraphiQL in a browser: true or false. Otherwise the first two are for clients with the scope schema:introspect. True unless NODE_ENV is production.",
    parse: trueOrFalse,
  },
]);
