import { createEmulator, type EmulatorOptions } from "../../src/sandbox/create-emulator.ts";
import { type Emulator, type HandlerRequest, type Reply, serve } from "../../src/sandbox/emulator.ts";
import { Refusal } from "../../src/sandbox/refusal.ts";
import { DELETE, GET, POST } from "../rest/routes.ts";

const things = {
  getByName: GET("/things/{name}").returns(),
  getById: GET("/things/{id}").returns(),
  list: GET("/things").returns(),
  getByTag: GET("/things?tag={tag}").returns(),
  special: GET("/things/special").returns(),
  create: POST("/things").body<{ readonly name: string }>().returns(),
  delete: DELETE("/things/{id}").body<{ readonly reason: string }>().returns(),
};

const pathParameters = {
  id: { description: "digits", pattern: /^\d+$/, longest: 40 },
  name: { description: "small letters and spaces", pattern: /^[a-zü ]+$/, longest: 40 },
};

const show = (request: HandlerRequest<string>): Reply => ({
  status: 200,
  body: { params: request.params, query: request.query.toString(), body: request.body },
});

/** The emulated made-up system, with the clock that it goes by and the bodies that it created things from. */
export function kit(options: Partial<EmulatorOptions> = {}) {
  const clock = { nowMs: 1_000_000, slept: [] as number[] };
  const created: unknown[] = [];
  const routes = {
    things: serve(things, {
      getByName: show,
      getById: show,
      list: show,
      getByTag: ({ params }) => {
        if (params.tag === "") throw new Refusal(400, "tag must not be empty");
        return { status: 200, body: { tag: params.tag } };
      },
      special: () => ({ status: 204 }),
      create: ({ body }) => {
        created.push(body);
        return { status: 200, body: { id: String(created.length) } };
      },
      delete: show,
    }),
  };
  const emulator = createEmulator({
    routes,
    pathParameters,
    limits: [],
    authenticate: ({ headers }) => (headers.authorization === "key" ? undefined : { status: 401 }),
    errorReply: (status, message) => ({ status, body: { error: message } }),
    settings: {
      nowMs: () => clock.nowMs,
      sleep: async (ms) => {
        clock.slept.push(ms);
        clock.nowMs += ms;
      },
    },
    ...options,
  });
  return { emulator, clock, created };
}

/** Sends a request: `ask(emulator, "GET /things")`. */
export const ask = (
  emulator: Emulator,
  call: string,
  body: unknown = "",
  authorization = "key",
): Promise<Reply> => {
  const [method = "", target = ""] = call.split(" ");
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return emulator.handle({ method, target, headers: { authorization }, body: text });
};

/** Rows and statuses in the journal. */
export const rows = (emulator: Emulator) => emulator.journal.map(({ row, status }) => [row, status]);
