import { describe, expect, test } from "vitest";
import { systemRows } from "../rest/systems.ts";

const writes = systemRows.filter(({ row }) => row.effect !== "read");

/** `web1on1 users.update: bots` for each noun of which a write drops all kept answers, whatever it has changed. */
const coarse: readonly string[] = writes.flatMap(({ definition, name, row }) =>
  (row.invalidates ?? [])
    .filter((noun) => !row.changes?.[noun])
    .filter((noun) => Object.values(definition.api[noun] ?? {}).some(({ cache }) => cache))
    .map((noun) => `${name}: ${noun}`),
);

/** Why a write says nothing of the rows that it changes. */
const reasons: readonly (readonly [which: RegExp, why: string])[] = [
  [
    /^assembly accounts\.\w+: (contacts|usageLogs|additionalProperties)$/,
    "no document says whether customers and contacts are the same records, nor what goes with a company",
  ],
  [
    /^assembly accounts\.(upsert|delete)/,
    "it answers no account, and whether it made one or which key it was given is not known",
  ],
  [
    /^assembly contacts\./,
    "it answers an id at most, and no document states the order of contacts: a page cannot be read again alone",
  ],
  [/^assembly labels\.\w+: labels$/, "all labels are one call"],
  [/^assembly labels\./, "a label is shown by any number of accounts and contacts"],
  [/^assembly usageLogs\./, "it answers no log, and new ones come first; kept for five seconds"],
  [/^assembly additionalProperties\./, "it names its owner by any of three keys, and answers nothing of it"],
  [/^assembly interactions\./, "it may make an account, a contact and a log, and tells of none"],
  [
    /: (agentStates|eventChanges|forecastedVsActuals|requirements|forecasts|forecastTotals)$/,
    "counted upstream from rows that the write does not tell; kept for five seconds",
  ],
  [
    /^assembled (people\.delete|timeOff\.\w+|activityTypes\.delete): activities$/,
    "it names no agent, so any activity may be another; kept for five seconds",
  ],
  [/^assembled timeOff\.\w+: timeOff$/, "requests and their updates come along with each other"],
  [/^assembled people\.delete: (shiftPatterns|timeOff)$/, "it takes a person out of any number of rows"],
  [/^assembled activityTypes\./, "all types are one call, and what shows a deleted one is not told"],
  [
    /^assembled (sites|teams|queues|skills)\./,
    "all groups are one call; groups above and below may show its people too",
  ],
  [/^assembled shiftPatterns\./, "all patterns are one call, and a person who gets one leaves another"],
  [
    /^web1on1 users\.\w+: bots$|^web1on1 bots\./,
    "a bot is a user of the same id, and what one field is in the other is not documented",
  ],
  [/^web1on1 organizations\.delete/, "what goes with an organization is not told"],
  [
    /^web1on1 orgGroup(s|Members)\./,
    "a group embeds its members, and what a write of them answers is not told",
  ],
  [
    /^web1on1 form(s|Fields)\./,
    "a form embeds its fields, in another shape than they are read by themselves",
  ],
];

describe("a write that drops all kept answers of a noun", () => {
  test.each(coarse)("%s has a reason", (which) => {
    expect(reasons.filter(([pattern]) => pattern.test(which)).length).toBeGreaterThan(0);
  });

  test.each(reasons)("%s is one: %s", (pattern) => {
    expect(coarse.filter((which) => pattern.test(which)).length).toBeGreaterThan(0);
  });
});

describe.each(writes.filter(({ row }) => row.changes))("$name", ({ definition, row }) => {
  test.each(Object.entries(row.changes ?? {}))("changes rows of %s, which it invalidates", (noun, change) => {
    expect(row.invalidates).toContain(noun);
    const reads = Object.values(definition.api[noun] ?? {}).filter(({ cache }) => cache);
    expect(reads.length).toBeGreaterThan(0);
    if (change.does !== "spares") expect(reads.filter(({ rows }) => !rows)).toEqual([]);
  });
});
