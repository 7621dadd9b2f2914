import fc from "fast-check";
import { expect, test } from "vitest";
import type { AgentStateJson } from "../../src/assembled/agent-state/endpoints.ts";
import { condensed } from "../../src/sandbox/assembled/condensed-timeline.ts";

const state = (platform: string, start_time: number, end_time: number): AgentStateJson => ({
  agent_platform_id: "1",
  platform,
  state: `${platform} ${start_time}`,
  start_time,
  end_time,
});
const spansOf = (states: readonly AgentStateJson[]) =>
  states
    .map(({ platform, start_time, end_time }) => [platform, start_time, end_time] as const)
    .sort((one, other) => one[1] - other[1]);

test("the example of the documents", () => {
  const states = [state("zendesk", 400, 600), state("zendesk_clock_in", 500, 600)];
  expect(spansOf(condensed(states, ["zendesk_clock_in", "zendesk"]))).toEqual([
    ["zendesk", 400, 500],
    ["zendesk_clock_in", 500, 600],
  ]);
});

test.each<[string, string[], string[]]>([
  ["listed before not listed", ["zendesk"], ["zendesk"]],
  ["of neither listed, the smaller name", [], ["kustomer"]],
  ["of both listed, the first", ["zendesk", "kustomer"], ["zendesk"]],
])("of two that coincide stays %s", (_, order, expected) => {
  const states = [state("zendesk", 1, 2), state("kustomer", 1, 2)];
  expect(condensed(states, order).map(({ platform }) => platform)).toEqual(expected);
});

test("what a short one covers in the middle leaves two pieces", () => {
  const states = [state("zendesk", 0, 10), state("api", 4, 6)];
  expect(spansOf(condensed(states, ["api"]))).toEqual([
    ["zendesk", 0, 4],
    ["api", 4, 6],
    ["zendesk", 6, 10],
  ]);
});

test("every moment has one state, that of the highest priority, wherever there was any", () => {
  const platforms = ["api", "kustomer", "zendesk", "zendesk_talk"] as const;
  const someState = fc
    .tuple(fc.constantFrom(...platforms), fc.nat(20), fc.integer({ min: 1, max: 10 }))
    .map(([platform, start, length]) => state(platform, start, start + length));
  fc.assert(
    fc.property(
      fc.array(someState, { maxLength: 12 }),
      fc.shuffledSubarray([...platforms]),
      (states, order) => {
        const rankOf = (platform: string) => {
          const place = order.indexOf(platform as (typeof platforms)[number]);
          // The names stand in the order of the alphabet.
          return place < 0 ? order.length + platforms.indexOf(platform as never) : place;
        };
        const pieces = condensed(states, order);
        for (let moment = 0; moment < 31; moment += 1) {
          const at = (each: AgentStateJson) => each.start_time <= moment && each.end_time > moment;
          const ranks = states.filter(at).map(({ platform }) => rankOf(platform));
          const shown = pieces.filter(at).map(({ platform }) => rankOf(platform));
          expect(shown).toEqual(ranks.length === 0 ? [] : [Math.min(...ranks)]);
        }
      },
    ),
  );
});
