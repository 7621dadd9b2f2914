import { ApolloServer } from "@apollo/server";
import fastifyApollo from "@as-integrations/fastify";
import fastify from "fastify";
import { afterAll, expect, test } from "vitest";
import { startServer } from "../support/server.ts";
import { type Probed, probes } from "./graphql-cop.ts";

const closed = await startServer({ introspection: false, mayExplain: false });
const naive = await startNaiveServer();
afterAll(async () => {
  await closed[Symbol.asyncDispose]();
  await naive.close();
});

/** A server at an endpoint, as the tool reaches it: with requests of no browser, and no header that it does not send. */
function probed(endpoint: string): Probed {
  const send: Probed["send"] = async (search, init) => (await fetch(endpoint + search, init)).text();
  return {
    send,
    post: (body) =>
      send("", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(Array.isArray(body) ? body : { ...(body as object), operationName: "cop" }),
      }),
  };
}

/** Has everything that the probes look for: Apollo Server with what it protects by itself switched off. */
async function startNaiveServer() {
  const types = Array.from({ length: 30 }, (_, at) => `type Thing${at} { name: String }`).join("\n");
  const things = Array.from({ length: 30 }, (_, at) => `thing${at}: Thing${at}`).join("\n");
  const apollo = new ApolloServer({
    typeDefs: `${types}\ntype Query { ${things} }\ntype Mutation { touch: String }`,
    introspection: true,
    csrfPrevention: false,
    allowBatchedHttpRequests: true,
    includeStacktraceInErrorResponses: true,
    formatError: (formatted) => ({ ...formatted, extensions: { ...formatted.extensions, exception: {} } }),
    plugins: [
      {
        requestDidStart: async () => ({
          async willSendResponse({ response: { body } }) {
            if (body.kind === "single") body.singleResult.extensions = { tracing: { version: 1 } };
          },
        }),
      },
    ],
  });
  await apollo.start();
  const app = fastify();
  app.addContentTypeParser(
    "application/x-www-form-urlencoded",
    { parseAs: "string" },
    async (_: unknown, body: string) => Object.fromEntries(new URLSearchParams(body)),
  );
  app.addHook("onRequest", async ({ headers }, reply) => {
    if (headers.accept === "text/html") return reply.type("text/html").send("<title>GraphiQL</title>");
  });
  await app.register(fastifyApollo(apollo));
  const address = await app.listen({ host: "127.0.0.1", port: 0 });
  return {
    endpoint: `${address}/graphql`,
    async close() {
      await app.close();
      await apollo.stop();
    },
  };
}

/** The findings that graphql-js and Apollo Server hold back whatever their settings; these answers stand in for servers that do not. */
const heldBack: Readonly<Record<string, object>> = {
  "mutations by GET": { data: { __typename: "Mutation" } },
  "circular introspection": { data: { __schema: { types: Array.from({ length: 30 }, () => ({})) } } },
};

/** What the gateway answers on purpose: a read by GET that no browser sends for another site, which the tool does not try. */
const meant = ["queries by GET"];

test.each(probes)(
  "graphql-cop finds no $name in the production profile, unless it is meant",
  async (probe) => {
    expect(await probe.finds(probed(`${closed.url}/graphql`))).toBe(meant.includes(probe.name));
    expect(closed.calls()).toEqual([]);
  },
);

test.each(probes)("the probe for $name finds it where it is", async ({ finds, name }) => {
  const found = heldBack[name];
  const answer = async () => JSON.stringify(found);
  expect(await finds(found ? { send: answer, post: answer } : probed(naive.endpoint))).toBe(true);
  expect(closed.calls()).toEqual([]);
});
