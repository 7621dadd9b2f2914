import { describe, expect, test } from "vitest";
import { type Joining, pollGapMs, runningJobs } from "../../../src/assembled/report/running-jobs.ts";
import { GatewayError } from "../../../src/errors.ts";
import { testClock } from "../../support/clock.ts";

/** The memory of a gateway, and jobs that are numbered as they are started. */
function memory() {
  const clock = testClock(0);
  const jobs = runningJobs.make(clock);
  let started = 0;
  const start = async () => {
    started += 1;
    return `job ${started}`;
  };
  const joining: Joining = {
    start,
    longestAgeMs: Number.POSITIVE_INFINITY,
    isOver: () => Promise.resolve(false),
  };
  const join = async (key: string, other: Partial<Joining> = {}) =>
    (await jobs.join(key, { ...joining, ...other })).id;
  return { clock, jobs, join };
}

test("each wait for a job is as long as all before it, between one second and five", () => {
  const moments: number[] = [1_000];
  for (let count = 0; count < 5; count += 1) {
    const last = moments.at(-1) ?? 0;
    moments.push(last + pollGapMs(last));
  }
  expect(moments).toEqual([1_000, 2_000, 4_000, 8_000, 13_000, 18_000]);
  expect([pollGapMs(0), pollGapMs(90)]).toEqual([1_000, 1_000]);
});

describe("a job that is in progress", () => {
  test("is joined by its key", async () => {
    const { join } = memory();
    expect(await Promise.all([join("a"), join("b"), join("a")])).toEqual(["job 1", "job 2", "job 1"]);
  });

  test("is forgotten when it has ended", async () => {
    const { jobs, join } = memory();
    await join("a");
    jobs.forget("job 2");
    expect(await join("a")).toBe("job 1");
    jobs.forget("job 1");
    expect(await join("a")).toBe("job 2");
  });

  test("is forgotten when it could not be started", async () => {
    const { join } = memory();
    const failing = () => Promise.reject(new Error("no"));
    await expect(join("a", { start: failing })).rejects.toThrow("no");
    expect(await join("a")).toBe("job 1");
  });

  test("that cannot be started is started once more by one who joined it, and for all others", async () => {
    const { join } = memory();
    let starts = 0;
    const start = () => {
      starts += 1;
      return Promise.reject(new GatewayError("UPSTREAM_UNAVAILABLE", "no"));
    };
    const joined = await Promise.allSettled([1, 2, 3].map(() => join("a", { start })));
    expect(joined.map(({ status }) => status)).toEqual(Array(3).fill("rejected"));
    expect(starts).toBe(2);
  });

  test("is not joined once it is five minutes old: it shows the time of its start", async () => {
    const { clock, join } = memory();
    await join("a");
    await clock.advance(5 * 60_000 - 1);
    expect(await join("a")).toBe("job 1");
    await clock.advance(1);
    expect(await join("a")).toBe("job 2");
  });

  test("is not joined once it is older than the operation accepts", async () => {
    const { clock, join } = memory();
    await join("a");
    await clock.advance(500);
    expect(await join("a", { longestAgeMs: 501 })).toBe("job 1");
    expect(await join("a", { longestAgeMs: 500 })).toBe("job 2");
    expect(await join("a", { longestAgeMs: 0 })).toBe("job 3");
  });

  test("is looked at before it is joined once it was to be asked for, and started anew for all if it is over", async () => {
    const { clock, join } = memory();
    await join("a");
    const isOver = () => Promise.resolve(true);
    await clock.advance(999);
    expect(await join("a", { isOver })).toBe("job 1");
    await clock.advance(1);
    expect(await join("a")).toBe("job 1");
    expect(await Promise.all([join("a", { isOver }), join("a", { isOver })])).toEqual(["job 2", "job 2"]);
  });

  test("is one of 500 at most: the oldest goes", async () => {
    const { join } = memory();
    for (let at = 0; at <= 500; at += 1) await join(`key ${at}`);
    expect(await join("key 1")).toBe("job 2");
    expect(await join("key 0")).toBe("job 502");
  });
});
