import { type SharedStore, StoreAway } from "../../src/replicas/shared-store.ts";
import { movingScript } from "../../src/replicas/units/move-units.ts";
import type { Clock } from "../../src/rest/clock.ts";
import { createMovingModel, type MovingModel } from "./moving-model.ts";

/** How a server answers: as usual, with a connection that is refused at once, or never, as one that stands still. */
export type Mood = "answers" | "refuses" | "is silent";

/** A server in memory that moves units as Redis does. */
export interface MemoryServer {
  mood: Mood;
  /** Commands that were sent to it so far, those that it did not answer included. */
  readonly commands: number;
  /** Opens a connection. @param clock of the replica: while that stands still, no answer arrives. */
  connect(clock: Clock): SharedStore;
  /** Forgets everything, as by `FLUSHALL`. */
  empty(): void;
}

/** The last argument of the script that moves units. */
const channelAt = 15;
const answersAfterMs = 1;
/** As the port promises. */
const timeoutMs = 50;

/** Makes a server. @param clock of the server. */
export function createMemoryServer(clock: Clock): MemoryServer {
  const models = new Map<string, MovingModel>();
  const listeners = new Map<string, Set<(message: string) => void>>();
  let commands = 0;
  const modelOf = (key: string): MovingModel => {
    const model = models.get(key) ?? createMovingModel();
    models.set(key, model);
    return model;
  };
  const server: MemoryServer = {
    mood: "answers",
    get commands() {
      return commands;
    },
    connect(own) {
      const answer = <Value>(value: Value): Promise<Value> =>
        new Promise((resolve, reject) => {
          if (server.mood === "refuses") return reject(new StoreAway());
          if (server.mood === "answers") return void own.after(answersAfterMs, () => resolve(value));
          own.after(timeoutMs, () => reject(new StoreAway()));
        });
      return {
        isConnected: true,
        run: "run",
        evaluate({ sha1 }, [key = ""], args) {
          commands += 1;
          if (sha1 !== movingScript.sha1) throw new Error("The server in memory knows no other script.");
          if (server.mood !== "answers") return answer(undefined);
          const { answer: moved, message } = modelOf(key).move(args, clock.nowMs());
          const told = listeners.get(String(args[channelAt])) ?? [];
          if (message) for (const listener of told) own.after(answersAfterMs, () => listener(message));
          return answer(moved);
        },
        getAll(keys) {
          commands += 1;
          return answer(keys.map(() => null));
        },
        subscribe(channel, listener) {
          const known = listeners.get(channel) ?? new Set();
          listeners.set(
            channel,
            known.add((message) => void own.after(0, () => listener(message))),
          );
        },
        onConnect: (listener) => void own.after(0, listener),
        async close() {},
      };
    },
    empty() {
      for (const model of models.values()) model.flush();
    },
  };
  return server;
}
