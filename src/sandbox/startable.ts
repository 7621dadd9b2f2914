import type { Emulator } from "./emulator.ts";
import { listen } from "./http.ts";

/** Names of settings with their values. */
type Settings = Readonly<Record<string, string>>;

/** The parts of an emulator that the gateway can start. */
interface StartableParts {
  /** Makes a new one. @param nowMs its data is laid around that day. */
  create(nowMs: number): Emulator;
  /** The settings of the gateway that lead to it. @param origin of the emulator, without a final slash. */
  settings(origin: string): Settings;
  /** Settings that open it as well. @default none */
  readonly alternatives?: Settings;
}

/** Gives an emulator a port of the loopback interface each time it is started. */
export const startable = ({ create, settings, alternatives = {} }: StartableParts) => ({
  async start({ nowMs, port = 0 }: { readonly nowMs: number; readonly port?: number }) {
    const { url, close } = await listen(create(nowMs), { host: "127.0.0.1", port });
    return { settings: settings(url), alternatives, close };
  },
});
