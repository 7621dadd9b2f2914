import type { AnyEndpoint } from "../endpoint.ts";
import type { RequestBody } from "../exchange.ts";
import type { Form } from "../form.ts";
import { stringifyExact } from "./exact-json.ts";
import { encodeForm } from "./multipart.ts";

/** The body of a call in the encoding of its endpoint. */
export const encodeBody = ({ isForm }: AnyEndpoint, body: unknown): RequestBody =>
  isForm ? encodeForm(body as Form) : { contentType: "application/json", content: stringifyExact(body) };
