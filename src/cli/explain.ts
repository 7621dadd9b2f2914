import { GraphQLError } from "graphql";
import { ConfigError } from "../config/config.ts";

/** The text for an operator or developer whose command has failed. */
export function explain(error: unknown): string {
  if (error instanceof ConfigError) return `${error.message}\nRun with --help for all settings.`;
  if (error instanceof GraphQLError && error.source) return mistakeInSchema(error, error.source.name);
  if (!(error instanceof Error)) return String(error);
  return ("code" in error && ofListening(error)) || (error.stack ?? error.message);
}

/** @param file below `schema/`. */
function mistakeInSchema({ locations = [], message }: GraphQLError, file: string): string {
  const [{ column, line } = { column: 1, line: 1 }] = locations;
  return `schema/${file}:${line}:${column}: ${message}`;
}

/** The text for an address that cannot be listened on. */
function ofListening(error: Error & { readonly code: unknown; readonly port?: unknown }): string | undefined {
  switch (error.code) {
    case "EADDRINUSE": {
      const port = error.port === undefined ? "The port" : `Port ${error.port}`;
      return `${port} is taken. Stop the other program, or give another one with --port.`;
    }
    case "EACCES":
      return "The port may not be used. Set PORT to one above 1023.";
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return "HOST is no address of this machine. Set it to 127.0.0.1 or 0.0.0.0.";
    default:
      return undefined;
  }
}
