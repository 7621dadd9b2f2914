/**
 * A billing system as a second subgraph beside Tributary, and the supergraph of both. Beside `SUBGRAPH=true npm start`, which it
 * waits for a minute for:
 *
 *     npx tsx --tsconfig examples/federation/tsconfig.json examples/federation/start.ts
 *
 * It listens on port 4001, writes `supergraph.graphql` beside this file, and goes on answering.
 */
import { rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { composeServices } from "@theguild/federation-composition";
import { graphql, parse } from "graphql";
import { createBilling, type Invoice } from "./billing.ts";

const { TRIBUTARY_URL = "http://localhost:4000/graphql", PORT = "4001" } = process.env;

const supergraphFile = new URL("supergraph.graphql", import.meta.url);
// A router that waits for the file must not start with that of an earlier start.
rmSync(supergraphFile, { force: true });

/** Customers and staff of Tributary's sandbox. */
const invoices: readonly Invoice[] = [
  {
    number: "2026-001",
    amount: 1200,
    account: { domain: "acme.example" },
    approver: "sanne.devries@helpdesk.example",
  },
  {
    number: "2026-002",
    amount: 340.5,
    account: { domain: "bluebird.example" },
    approver: "sanne.devries@helpdesk.example",
  },
  {
    number: "2026-003",
    amount: 80,
    account: { domain: "acme.example" },
    approver: "eleni.papadopoulos@helpdesk.example",
  },
];
const { rootValue, schema } = createBilling(invoices);

const server = createServer(async (request, response) => {
  if (request.method !== "POST") return void response.writeHead(405).end();
  request.setEncoding("utf8");
  let body = "";
  for await (const part of request) body += part;
  const { query, variables } = JSON.parse(body) as { query: string; variables?: Record<string, unknown> };
  const answer = await graphql({ schema, rootValue, source: query, variableValues: variables ?? null });
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answer));
});

const question: RequestInit = {
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify({ query: "{ _service { sdl } }" }),
};

/** Asks again where nothing listens yet: the gateway may still be starting. */
async function ask(url: string, triesLeft = 240): Promise<Response> {
  try {
    return await fetch(url, question);
  } catch (error) {
    if (triesLeft === 0) throw error;
    await sleep(250);
    return ask(url, triesLeft - 1);
  }
}

/** The SDL of a subgraph, as it tells it itself. */
async function sdlOf(url: string): Promise<string> {
  const response = await ask(url);
  const { data, errors } = (await response.json()) as {
    data?: { _service: { sdl: string } };
    errors?: readonly { message: string }[];
  };
  if (!data) throw new Error(`${url} is no subgraph: ${errors?.[0]?.message}`);
  return data._service.sdl;
}

server.listen(Number(PORT), "127.0.0.1", async () => {
  const { port } = server.address() as AddressInfo;
  const subgraphs = { tributary: TRIBUTARY_URL, billing: `http://127.0.0.1:${port}/graphql` };
  const { errors, supergraphSdl } = composeServices(
    await Promise.all(
      Object.entries(subgraphs).map(async ([name, url]) => ({
        name,
        url,
        typeDefs: parse(await sdlOf(url)),
      })),
    ),
  );
  if (!supergraphSdl) throw new Error(errors?.map(({ message }) => message).join("\n"));
  writeFileSync(supergraphFile, supergraphSdl);
  process.stdout.write("The supergraph is in examples/federation/supergraph.graphql.\n");
});
