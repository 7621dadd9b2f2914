import { expect, test } from "vitest";
import { volatile } from "../../src/rest/cache-policy.ts";
import { endpointsOf } from "../../src/rest/noun-endpoints.ts";
import { routesOf } from "../../src/rest/route.ts";

const { DELETE, GET, POST, PUT } = routesOf<"cats" | "dogs">();
const endpoints = endpointsOf<"cats" | "dogs">();
const taken = /already exists/i;

test("a conflict is told apart in the refusal of what brings something, and not in that of a removal", () => {
  const cats = endpoints(
    { conflictWhen: taken },
    {
      get: GET("/cats/{id}").returns(),
      create: POST("/cats").returns(),
      update: PUT("/cats/{id}").returns(),
      delete: DELETE("/cats/{id}").returns(),
      deleteOdd: DELETE("/cats")
        .conflictWhen(/in use/)
        .returns(),
    },
  );
  expect(cats.create).toMatchObject({ conflictWhen: taken });
  expect(cats.update).toMatchObject({ conflictWhen: taken });
  expect(cats.deleteOdd).toMatchObject({ conflictWhen: /in use/ });
  for (const endpoint of [cats.get, cats.delete]) expect(endpoint).not.toHaveProperty("conflictWhen");
});

test("reads have the cache of their noun and writes what it invalidates, unless they state their own", () => {
  const cats = endpoints(
    { cache: volatile, invalidates: ["cats"] },
    {
      get: GET("/cats/{id}").returns(),
      getNow: GET("/cats/now").cache("never").returns(),
      create: POST("/cats").returns(),
      update: PUT("/cats/{id}").invalidates("cats", "dogs").returns(),
    },
  );
  expect(cats.get.cache).toBe(volatile);
  expect(cats.getNow.cache).toBeUndefined();
  expect(cats.create).toMatchObject({ invalidates: ["cats"] });
  expect(cats.create).not.toHaveProperty("cache");
  expect(cats.update).toMatchObject({ invalidates: ["cats", "dogs"] });
  expect(cats.get).not.toHaveProperty("invalidates");
});

test("only what creates has the query of its noun that shows whether it happened; others state their own", () => {
  const [ofNoun, own] = ["{ cats { id } }", "{ cat { id } }"];
  const cats = endpoints(
    { reconcile: ofNoun },
    {
      get: GET("/cats/{id}").returns(),
      create: POST("/cats").returns(),
      createBulk: POST("/cats/bulk").verifiedBy(own).returns(),
      repeatable: POST("/cats/known", "conditional").returns(),
      update: PUT("/cats/{id}").returns(),
      upsert: PUT("/cats/upsert/{id}").verifiedBy(own).returns(),
      delete: DELETE("/cats/{id}").returns(),
    },
  );
  expect(cats.create).toMatchObject({ reconcile: ofNoun });
  for (const endpoint of [cats.createBulk, cats.upsert]) expect(endpoint).toMatchObject({ reconcile: own });
  for (const endpoint of [cats.get, cats.repeatable, cats.update, cats.delete]) {
    expect(endpoint).not.toHaveProperty("reconcile");
  }
});

test("answers keep neither the secrets of their noun nor their own, but for those that are whole", () => {
  const cats = endpoints(
    { secrets: ["chip"], sensitive: ["diary"] },
    {
      get: GET("/cats/{id}").returns(),
      getWithHome: GET("/cats/{id}/home").without("key").sensitive("address").returns(),
      getWhole: GET("/cats/{id}/all").whole().returns(),
      create: POST("/cats").returns(),
    },
  );
  for (const endpoint of [cats.get, cats.create])
    expect(endpoint).toMatchObject({ secrets: ["chip"], sensitive: ["diary"] });
  expect(cats.getWithHome).toMatchObject({ secrets: ["chip", "key"], sensitive: ["diary", "address"] });
  expect(cats.getWhole).toMatchObject({ secrets: [] });
  expect(cats.getWhole).not.toHaveProperty("sensitive");
});
