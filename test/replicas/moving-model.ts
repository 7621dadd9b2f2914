/** What is stored of a replica. */
interface Known {
  number: number;
  at: number;
  held: number;
  waits: boolean;
  confirmed: boolean;
  left: boolean;
  expected: number;
  since: number;
}

/** The arguments of `movingScript`, in their order. */
export type MoveArguments = readonly (string | number)[];

/** What the script answers, and the message that it publishes. */
export interface Moved {
  readonly answer: readonly (string | number)[];
  readonly message: string | undefined;
}

/** The hash of one limit in a server, and the script that moves its units, in TypeScript. */
export interface MovingModel {
  /** @param clockMs of the server. */
  move(args: MoveArguments, clockMs: number): Moved;
  /** Forgets everything. */
  flush(): void;
}

/** A model of `movingScript`: it must answer as the script does, which a test compares over a real server. */
export function createMovingModel(): MovingModel {
  let state:
    | { epoch: string; run: string; now: number; clock: number; opensAt: number; open: boolean }
    | undefined;
  let slow = { resumesAt: 0, pace: 1 };
  let called = 0;
  const replicas = new Map<string, Known>();
  const flush = () => {
    state = undefined;
    replicas.clear();
  };
  return {
    flush,
    // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: it follows the script step by step, so that the two can be compared.
    move(args, clockMs) {
      const [me = "", , , , , knows = "", run = ""] = args.map(String);
      const [number = 0, held = 0, want = 0, waitsFlag = 0] = args.slice(1, 5).map(Number);
      const [elapsed = 0, units = 0, asked = 0, missingMs = 0, reclaimMs = 0, leavesFlag = 0] = args
        .slice(7, 13)
        .map(Number);
      const waits = waitsFlag === 1;
      const leaves = leavesFlag === 1;
      if (state?.run !== run) {
        replicas.clear();
        slow = { resumesAt: 0, pace: 1 };
        called = 0;
        state = {
          epoch: `${run} ${clockMs}`,
          run,
          now: 0,
          clock: clockMs,
          opensAt: missingMs + reclaimMs,
          open: false,
        };
      }
      const { epoch, open } = state;
      const passed = Math.max(0, clockMs - state.clock);
      const now = state.now + Math.min(passed, elapsed < 0 ? clockMs : elapsed);
      const stored = replicas.get(me);
      if (number <= (stored?.number ?? -1)) return { answer: [epoch, -1], message: undefined };
      replicas.delete(me);
      const since = stored?.since ?? now;
      const mine = stored && now - stored.at <= missingMs + reclaimMs ? stored : undefined;
      const others = [...replicas].map(([id, other]) => ({ id, ...other, silentMs: now - other.at }));
      const left = others.filter((other) => other.left);
      const rest = others.filter((other) => !other.left);
      const heard = rest.filter(({ silentMs }) => silentMs <= missingMs);
      const lost = rest.filter(({ silentMs }) => silentMs > missingMs && silentMs <= missingMs + reclaimMs);
      const ghosts = rest
        .filter(({ silentMs }) => silentMs > missingMs + reclaimMs)
        .sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
      const expected = Math.max(asked, ...[...left, ...heard, ...lost].map((other) => other.expected));
      const live = heard.length + (leaves ? 0 : 1);
      const settled =
        heard.filter((other) => now - other.since > reclaimMs).length +
        Number(!leaves && now - since > reclaimMs);
      const present = 1 + others.filter(({ silentMs }) => silentMs <= missingMs).length;
      const part = Math.floor(units / Math.max(expected, live));
      const slots = Math.max(0, expected - settled);
      for (const { id } of ghosts.slice(slots)) replicas.delete(id);
      for (const { id, silentMs } of left) if (silentMs > reclaimMs) replicas.delete(id);
      const missing = Math.max(0, expected - present);
      const silent = [...lost.map((other) => other.held), ...ghosts.slice(0, slots).map(() => part)];
      const kept = silent
        .sort((a, b) => a - b)
        .map((still, place) => (place < missing ? Math.max(still, part) : still));
      const gone = left
        .filter(({ silentMs }) => silentMs <= reclaimMs)
        .reduce((sum, other) => sum + other.held, 0);
      const reserved =
        gone + kept.reduce((sum, still) => sum + still, 0) + Math.max(0, missing - silent.length) * part;
      const keeps = (some: readonly Known[]) => some.reduce((sum, other) => sum + Math.max(1, other.held), 0);
      const room = units - reserved - keeps(heard);
      const waiting = heard.filter((other) => other.waits).length;
      const confirms = knows === epoch;
      const confirmed = heard.filter((other) => other.confirmed).length + Number(confirms);
      const isOpen = open || confirmed >= expected || now >= state.opensAt;
      const own = mine ? mine.held : open ? 0 : held;
      let has = Math.max(Math.min(held, own), Math.min(held, Math.max(room, 0)));
      const resting = keeps(heard.filter((other) => !other.waits));
      const fair = Math.max(1, Math.ceil((units - reserved - resting) / (waiting + 1)));
      let most = waits && waiting > 0 ? fair : units;
      if (has > room) {
        most = Math.min(most, Math.max(1, Math.floor((units - reserved) / Math.max(1, live)), room));
      }
      if (isOpen && !leaves && want > 0 && (waits || waiting === 0)) {
        const target = waits ? has + want : Math.min(has + want, part);
        has = Math.max(has, Math.min(target, most, room));
      }
      const could = waiting > 0 ? fair : units - reserved - (live - 1);
      const reach = isOpen ? Math.max(has, could) : has;
      const inMs = args[13] === "" ? Number.NaN : now + Number(args[13]);
      const newPace = Number(args[14]);
      const slows = inMs > slow.resumesAt + 50 || (newPace < slow.pace && inMs > slow.resumesAt - 50);
      if (slows) slow = { resumesAt: Math.max(slow.resumesAt, inMs), pace: newPace };
      const calls = waits && has < reach && has < held + want && now - called >= 20;
      if (calls) called = now;
      state = { ...state, now, clock: clockMs, open: isOpen };
      replicas.set(me, {
        number,
        at: now,
        held: has,
        waits,
        confirmed: confirms,
        left: leaves,
        expected: asked,
        since,
      });
      const frees = waiting > 0 && mine !== undefined && has < mine.held && room > has;
      const message = slows ? "slow" : calls ? "want" : frees ? "free" : undefined;
      return {
        answer: [epoch, has, most, reach, part, live, waiting, slow.resumesAt - now, slow.pace],
        message: message && `${message} ${me}`,
      };
    },
  };
}
