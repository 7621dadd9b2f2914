import { Redis } from "ioredis";
import { afterPoll } from "../rest/clock.ts";
import { type SharedStore, StoreAway } from "./shared-store.ts";

/** Longest wait for the answer to a command. */
const commandTimeoutMs = 50;
const connectTimeoutMs = 1_000;
/** Of a server that is silent, or cut off without a word: then the connection is made anew. */
const silenceMs = { withCommands: 6_000, atRest: 5_000 };
/** Between two tries to connect: at first, and at most. */
const retryMs = { first: 100, most: 1_000 };

/** A Redis, with what it says of itself. */
export interface RedisStore extends SharedStore {
  /** Takes what an operator has to mend about the server. */
  onProblem(listener: (problem: string) => void): void;
}

const options = {
  connectTimeout: connectTimeoutMs,
  socketTimeout: silenceMs.withCommands,
  keepAlive: silenceMs.atRest,
  // What cannot be sent now would say something old later.
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  autoResubscribe: false,
  autoResendUnfulfilledCommands: false,
  disableClientInfo: true,
  retryStrategy: (tries: number) => Math.min(retryMs.first * tries, retryMs.most),
};

/**
 * Connects to a Redis, again and again while it is away; it need not be there. One connection is for commands, one for messages.
 * @param url `redis://` or, for TLS, `rediss://`, with what opens it.
 */
export function createRedisStore(url: string): RedisStore {
  const commands = new Redis(url, options);
  const messages = new Redis(url, options);
  const listeners = new Map<string, Set<(message: string) => void>>();
  const connected = new Set<() => void>();
  const problems = new Set<(problem: string) => void>();
  let run = "";

  // What fails is told by the command that fails; without a listener it would end the process.
  messages.on("error", () => {});
  let isRefused = false;
  /** Told once, until Redis takes them. */
  const tellRefusal = (error: unknown): void => {
    if (isRefused || !(error instanceof Error) || !refusals.test(error.message)) return;
    isRefused = true;
    for (const listener of problems) listener(refuses);
  };
  commands.on("error", tellRefusal);
  const subscribe = (channel: string) => void messages.subscribe(channel).catch(() => {});
  messages.on("ready", () => [...listeners.keys()].forEach(subscribe));
  messages.on("message", (channel: string, message: string) => {
    for (const listener of listeners.get(channel) ?? []) listener(message);
  });
  commands.on("close", () => {
    run = "";
  });
  commands.on("ready", async () => {
    const info = await inTime(commands.info()).catch(tellRefusal);
    if (info === undefined) return commands.disconnect(true);
    isRefused = false;
    run = fieldOf(info, "run_id");
    const policy = fieldOf(info, "maxmemory_policy");
    if (policy.startsWith("allkeys-")) for (const listener of problems) listener(evicts(policy));
    for (const listener of connected) listener();
  });

  return {
    get isConnected() {
      return run !== "" && commands.status === "ready";
    },
    get run() {
      return run;
    },
    async evaluate({ sha1, text }, keys, args) {
      if (run === "") throw new StoreAway();
      const given = [...keys, ...args.map(String)];
      // Also once it is not waited for any more: what gives something up must not be lost.
      const asText = (error: Error) => {
        if (!error.message.startsWith("NOSCRIPT")) throw error;
        return commands.eval(text, keys.length, ...given);
      };
      return await inTime(commands.evalsha(sha1, keys.length, ...given).catch(asText)).catch(away);
    },
    async getAll(keys) {
      if (run === "") throw new StoreAway();
      return inTime(commands.mget(...keys)).catch(away);
    },
    subscribe(channel, listener) {
      const known = listeners.get(channel);
      listeners.set(channel, (known ?? new Set()).add(listener));
      if (!known && messages.status === "ready") subscribe(channel);
    },
    onConnect: (listener) => void connected.add(listener),
    onProblem: (listener) => void problems.add(listener),
    async close() {
      connected.clear();
      listeners.clear();
      run = "";
      for (const connection of [commands, messages]) connection.disconnect();
    },
  };
}

/** An answer that has arrived while this process was held up is in time; a timer of the library would come before it. */
const inTime = <Answer>(command: Promise<Answer>): Promise<Answer> =>
  new Promise((resolve, reject) => {
    let cancelPoll = () => {};
    const timer = setTimeout(() => {
      cancelPoll = afterPoll(() => reject(new StoreAway()));
    }, commandTimeoutMs);
    const settle = () => {
      clearTimeout(timer);
      cancelPoll();
    };
    command.finally(settle).then(resolve, reject);
  });

/** No error of the library is handed on: it may hold the URL. */
const away = (): never => {
  throw new StoreAway();
};

/** A field of what `INFO` answers; empty where there is none. */
const fieldOf = (info: string, name: string): string =>
  new RegExp(`^${name}:(.*?)\\r?$`, "m").exec(info)?.[1] ?? "";

/** How Redis begins to say that it does not know a user, or does not let it do what replicas need. */
const refusals = /^(?:WRONGPASS|NOAUTH|NOPERM|ERR AUTH)/;

const refuses =
  "Redis refuses the user or the password of REDIS_URL; replicas share nothing until it takes them.";

const evicts = (policy: string): string =>
  `Redis evicts keys that replicas need (maxmemory-policy ${policy}); set it to noeviction.`;
