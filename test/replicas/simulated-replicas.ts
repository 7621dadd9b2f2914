import { createUnitHolder, type UnitHolder } from "../../src/replicas/units/unit-holder.ts";
import type { ReportAnswer } from "../../src/replicas/units/unit-report.ts";
import { createMovingModel } from "./moving-model.ts";

/** What happens to the replicas, or to what is between them. */
export type Happening =
  | { readonly what: "dies"; readonly who: number; readonly replacedAfterMs: number }
  | {
      readonly what: "freezes";
      readonly who: number;
      readonly forMs: number;
      readonly replacedAfterMs?: number;
    }
  | { readonly what: "leaves"; readonly who: number; readonly replacedAfterMs: number }
  | { readonly what: "is cut off"; readonly who: number; readonly forMs: number }
  | { readonly what: "server stands still"; readonly forMs: number }
  | { readonly what: "server restarts empty"; readonly afterMs: number }
  | { readonly what: "server is emptied" }
  | { readonly what: "clock of the server jumps"; readonly byMs: number }
  | { readonly what: "demand"; readonly who: number; readonly calls: number };

/** How a report fares: whether it comes to the server, and when its answer comes back. */
export type Fate = "answered" | "lost" | "answer lost" | "answer late";

/** What a simulation is made of. */
export interface Simulation {
  readonly units: number;
  readonly replicas: number;
  /** By the moment in which they happen. */
  readonly happenings: readonly (readonly [atMs: number, Happening])[];
  /** Fates of reports, over and over. */
  readonly fates: readonly Fate[];
  readonly latenciesMs: readonly number[];
  readonly forMs: number;
}

/** What came of it. */
export interface Outcome {
  /** Most units in use at once, over all replicas, as the upstream counts them. */
  readonly most: number;
  /** Calls that were sent, by replica in the order in which they began. */
  readonly calls: readonly number[];
  /** Units that each replica that still runs may use at the end. */
  readonly usable: readonly number[];
}

const tickMs = 50;
const beatMs = 200;
/** An upstream that counts calls for a second, and the longest that one may take. */
const windowMs = 1_000;
const missingMs = 5_000;
const reclaimMs = windowMs + 3_500;

interface Replica {
  readonly id: string;
  readonly holder: UnitHolder;
  demand: number;
  isDead: boolean;
  hasLeft: boolean;
  frozenUntilMs: number;
  cutOffUntilMs: number;
  reportedAtMs: number;
  /** When a report of it last came to the server. */
  servedAtMs: number;
  calls: number;
  /** When calls are known here to be forgotten, and how long each takes. */
  inUse: { untilMs: number }[];
  readonly answers: { readonly atMs: number; readonly number: number; readonly answer: ReportAnswer }[];
}

/**
 * Has replicas send as many calls as they may, each in a window of a second, while things happen to them. Every call is in
 * use until a second after its answer, for the upstream and for the replica, which learns of answers only while it runs.
 */
export function simulate({
  fates,
  forMs,
  happenings,
  latenciesMs,
  replicas: count,
  units,
}: Simulation): Outcome {
  const server = createMovingModel();
  let run = 1;
  let clockShiftMs = 1_000_000;
  let serverAwayUntilMs = 0;
  let serverStillUntilMs = 0;
  let nowMs = 0;
  let fateAt = 0;
  let latencyAt = 0;
  let most = 0;
  /** When a replica last ended, and when the server last had nothing. */
  let endedAtMs = Number.NEGATIVE_INFINITY;
  let emptyAtMs = Number.NEGATIVE_INFINITY;
  const replicas: Replica[] = [];
  const counted: number[] = [];
  const queued: {
    readonly replica: Replica;
    readonly number: number;
    readonly args: (string | number)[];
    readonly fate: Fate;
  }[] = [];
  const plans: [number, () => void][] = [];
  const facts = { units, expected: count, missingMs, reclaimMs };

  const begin = (demand = 100): Replica => {
    const replica: Replica = {
      id: `r${replicas.length}`,
      holder: createUnitHolder(facts, nowMs),
      demand,
      isDead: false,
      hasLeft: false,
      frozenUntilMs: 0,
      cutOffUntilMs: 0,
      // They do not report in step.
      reportedAtMs: nowMs - beatMs + replicas.length * tickMs,
      servedAtMs: Number.NEGATIVE_INFINITY,
      calls: 0,
      inUse: [],
      answers: [],
    };
    replicas.push(replica);
    return replica;
  };
  const runs = (replica: Replica) => !replica.isDead && !replica.hasLeft && replica.frozenUntilMs <= nowMs;
  const need = (replica: Replica) => {
    replica.inUse = replica.inUse.filter(({ untilMs }) => untilMs > nowMs);
    return { used: replica.inUse.length, waiting: replica.demand };
  };
  const pick = (who: number): Replica | undefined => {
    const running = replicas.filter(runs);
    return running[who % Math.max(1, running.length)];
  };

  const report = (replica: Replica, leaves = false): void => {
    replica.reportedAtMs = nowMs;
    if (serverAwayUntilMs > nowMs || replica.cutOffUntilMs > nowMs) return;
    const made = leaves
      ? replica.holder.leave(nowMs, need(replica))
      : replica.holder.report(nowMs, need(replica));
    const { epoch, held, number, sinceAnsweredMs, waits, wanted } = made;
    const spans = [missingMs, reclaimMs, Number(leaves)];
    const args = [
      replica.id,
      number,
      held,
      wanted,
      Number(waits),
      epoch,
      `run${run}`,
      sinceAnsweredMs,
      units,
      count,
      ...spans,
      "",
      1,
      "",
    ];
    const fate = fates[fateAt++ % fates.length] ?? "answered";
    if (fate !== "lost") queued.push({ replica, number, args, fate });
  };
  const serve = (): void => {
    if (serverStillUntilMs > nowMs) return;
    for (const { args, fate, number, replica } of queued.splice(0)) {
      const { answer } = server.move(args, nowMs + clockShiftMs);
      replica.servedAtMs = nowMs;
      const [epoch, ...numbers] = answer;
      const [held = -1, least = 0, reach = 0, part = 0, live = 0, waiting = 0] = numbers.map(Number);
      if (fate === "answer lost" || replica.hasLeft) continue;
      const read = { epoch: String(epoch), held, most: least, reach, part, live, waiting };
      replica.answers.push({ atMs: nowMs + (fate === "answer late" ? 600 : 0), number, answer: read });
    }
  };
  const receive = (replica: Replica): void => {
    const due = replica.answers.filter(({ atMs }) => atMs <= nowMs);
    for (const one of due) {
      replica.answers.splice(replica.answers.indexOf(one), 1);
      if (replica.holder.answered(nowMs, one.number, one.answer, need(replica)))
        replica.reportedAtMs = nowMs - beatMs;
    }
  };
  const send = (replica: Replica): void => {
    for (let wanted = replica.demand; wanted > 0; wanted -= 1) {
      if (need(replica).used >= replica.holder.usable(nowMs)) return;
      const latencyMs = latenciesMs[latencyAt++ % latenciesMs.length] ?? 0;
      // The replica takes longer to know of it than the upstream to forget it, never the other way around.
      counted.push(nowMs + latencyMs + windowMs);
      replica.inUse.push({ untilMs: nowMs + latencyMs + windowMs + tickMs });
      replica.calls += 1;
    }
  };
  /**
   * A server that is emptied while an upstream remembers calls of a replica that has ended knows of them from none. A
   * replica that begins just then is given what these calls hold: that these two come together is left out, also where a
   * replica ends that was cut off all the time since the server was emptied.
   */
  const isLeftOut = ({ what }: Happening, it: Replica | undefined): boolean => {
    if (what === "server is emptied" || what === "server restarts empty") return nowMs - endedAtMs < 6_000;
    const isUnknown = it !== undefined && it.servedAtMs <= emptyAtMs;
    return (what === "dies" || what === "leaves") && (isUnknown || nowMs - emptyAtMs < 1_000);
  };
  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: a table of what happens, each in a line or two.
  const happen = (happening: Happening): void => {
    const it = "who" in happening ? pick(happening.who) : undefined;
    if (isLeftOut(happening, it)) return;
    const replace = (afterMs: number): void => {
      const dueMs = nowMs + afterMs;
      const isNearReturn = () => serverAwayUntilMs > nowMs && serverAwayUntilMs - nowMs < 1_200;
      const start = (): void => {
        if (isNearReturn()) plans.push([serverAwayUntilMs + 6_000, start]);
        else begin(it?.demand);
      };
      plans.push([dueMs, start]);
    };
    if (happening.what === "dies" && it) {
      endedAtMs = nowMs;
      it.isDead = true;
      replace(happening.replacedAfterMs);
    } else if (happening.what === "leaves" && it) {
      endedAtMs = nowMs;
      report(it, true);
      it.hasLeft = true;
      replace(happening.replacedAfterMs);
    } else if (happening.what === "freezes" && it) {
      it.frozenUntilMs = nowMs + happening.forMs;
      if (happening.replacedAfterMs === undefined) return;
      replace(happening.replacedAfterMs);
      // It is one too many from then on; after some time that is noticed.
      plans.push([it.frozenUntilMs + 4_000, () => void Object.assign(it, { isDead: true })]);
    } else if (happening.what === "is cut off" && it) it.cutOffUntilMs = nowMs + happening.forMs;
    else if (happening.what === "demand" && it) it.demand = happening.calls;
    else if (happening.what === "server stands still") serverStillUntilMs = nowMs + happening.forMs;
    else if (happening.what === "server is emptied") {
      emptyAtMs = nowMs;
      server.flush();
    } else if (happening.what === "clock of the server jumps") clockShiftMs += happening.byMs;
    else if (happening.what === "server restarts empty") {
      serverAwayUntilMs = nowMs + happening.afterMs;
      emptyAtMs = serverAwayUntilMs;
      queued.length = 0;
      server.flush();
      run += 1;
    }
  };

  for (let first = 0; first < count; first += 1) begin();
  plans.push(...happenings.map(([atMs, happening]): [number, () => void] => [atMs, () => happen(happening)]));
  for (; nowMs < forMs; nowMs += tickMs) {
    for (const plan of plans.splice(0)) {
      if (plan[0] <= nowMs) plan[1]();
      else plans.push(plan);
    }
    for (const replica of replicas.filter(runs)) {
      receive(replica);
      if (nowMs - replica.reportedAtMs >= beatMs) report(replica);
    }
    serve();
    for (const replica of replicas.filter(runs)) {
      receive(replica);
      send(replica);
    }
    const inUse = counted.filter((untilMs) => untilMs > nowMs).length;
    if (counted.length > 4 * units)
      counted.splice(0, counted.length, ...counted.filter((untilMs) => untilMs > nowMs));
    most = Math.max(most, inUse);
  }
  return {
    most,
    calls: replicas.map(({ calls }) => calls),
    usable: replicas.filter(runs).map(({ holder }) => holder.usable(nowMs)),
  };
}
