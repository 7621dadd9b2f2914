import { parseUrl } from "../parse-url.ts";
import { inWords } from "./in-words.ts";
import { commaList, portNumber, textWithoutBlanks, wholeNumber } from "./parsers.ts";
import { parsedBy, settingList } from "./setting.ts";

/** The form of a browser's `Origin`: without a path, not even a slash. */
const isOrigin = (text: string): boolean => parseUrl(text)?.origin === text;

/** A name or address as a `Host` header has it, without a port; or any. */
const isHost = (text: string): boolean => /^(\*|[a-z\d_.-]+|\[[a-f\d:.]+\])$/.test(text);

/** The settings that say where the gateway listens, and in front of what. @param systems names of those that it joins. */
export const gatewaySettings = (systems: readonly string[]) =>
  settingList([
    { name: "PORT", about: "Port to listen on.", byDefault: "4000", parse: portNumber },
    {
      name: "HOST",
      about:
        "Address to listen on. On a loopback address only requests to localhost, 127.x, [::1] and ALLOWED_HOSTS are answered.",
      byDefault: "127.0.0.1",
      parse: textWithoutBlanks,
    },
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
      name: "ALLOWED_ORIGINS",
      about:
        "Origins whose pages may call the gateway, separated by commas. Loopback origins unless given, but with NODE_ENV production none.",
      parse: parsedBy(
        commaList.refine(
          (origins) => origins.every(isOrigin),
          "names what is no origin, such as https://app.example.com",
        ),
      ),
    },
    {
      name: "SANDBOX",
      about: `Systems to emulate, separated by commas: ${systems.join(", ")}. All ${inWords(systems.length)} when nothing of any system is set, but with NODE_ENV production none that is not named.`,
      parse: parsedBy(
        commaList.refine((named) => named.every((name) => systems.includes(name)), "names an unknown system"),
      ),
    },
    {
      name: "DRAIN_DELAY_MS",
      about:
        "Milliseconds for which it goes on answering after SIGTERM, while /health/ready says 503, so that load balancers turn away.",
      byDefault: "2000",
      parse: wholeNumber(0),
    },
  ]);
