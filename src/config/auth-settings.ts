import { z } from "zod";
import { parseUrl } from "../parse-url.ts";
import { isLoopback } from "./loopback.ts";
import { anyText, commaList, textWithoutBlanks } from "./parsers.ts";
import { parsedBy, settingList } from "./setting.ts";

/** Algorithms whose signatures are made with a key that the gateway has not: with HS256 a public key would do for a secret. */
const asymmetric = [
  "RS256",
  "RS384",
  "RS512",
  "PS256",
  "PS384",
  "PS512",
  "ES256",
  "ES384",
  "ES512",
  "EdDSA",
  "Ed25519",
] as const;

const areWays = (named: readonly string[]): boolean =>
  named.length > 0 && (named.join() === "none" || named.every((way) => way === "keys" || way === "jwt"));

/** Where keys come from must not be read or changed on the way. */
const isSafeUrl = (text: string): boolean => {
  const url = parseUrl(text);
  if (!url || url.username || url.password || url.hash) return false;
  return url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname));
};

/** The settings that say how clients show who they are. */
export const authSettings = settingList([
  {
    name: "AUTH",
    about:
      "How clients show who they are: keys, jwt, both with a comma between them, or none. With none every request is of one client that may do all.",
    byDefault: "none",
    parse: parsedBy(
      commaList.refine(areWays, "names something else than keys and jwt, or none, which stands alone"),
    ),
  },
  {
    name: "CLIENTS_FILE",
    about: "For AUTH=keys: a JSON file with the clients and the SHA-256 of their keys; read again on SIGHUP.",
    parse: anyText,
  },
  {
    name: "JWT_ISSUER",
    about: "For AUTH=jwt: the issuer of tokens, exactly as they name it in iss.",
    parse: textWithoutBlanks,
  },
  {
    name: "JWT_AUDIENCE",
    about: "For AUTH=jwt: the name of this gateway, which tokens must hold in aud.",
    parse: textWithoutBlanks,
  },
  {
    name: "JWT_JWKS_URL",
    about: "For AUTH=jwt: where the issuer publishes its keys (JWKS).",
    parse: parsedBy(
      z
        .string()
        .refine(
          isSafeUrl,
          "is no URL that begins with https://, or http:// on this machine, and holds no credentials",
        ),
    ),
  },
  {
    name: "JWT_ALGORITHMS",
    about: `For AUTH=jwt: algorithms of signatures that are taken, of ${asymmetric.join(", ")}.`,
    byDefault: "RS256,ES256,EdDSA",
    parse: parsedBy(
      commaList.pipe(
        z
          .array(z.enum(asymmetric, "names what is no algorithm with a public key, such as RS256"))
          .min(1, "names none"),
      ),
    ),
  },
]);
