import { expect, test } from "vitest";
import { formId } from "../../../src/sandbox/data/ids.ts";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { codesOf } from "../../support/errors.ts";
import { gateway } from "../../support/gateway.ts";
import { unknownId } from "../upstream.ts";

const acme = showcase.account.organizationId;
const document = `{ organization(by: { id: "${acme}" }) { categories { name forms { sourceId } } } }`;

const withForms = (...lists: (readonly string[])[]) => {
  const made = gateway();
  const categories = lists.map((forms, at) => ({ id: formId(at), name: `C${at}`, forms }));
  const body = { id: acme, categories };
  made.sandbox.web1on1.inject({ row: "organizations.get", reply: { status: 200, body } });
  return made;
};

test("a form that may not be read is left out, with an error where it stood, and takes no other one with it", async () => {
  const made = withForms([formId(0), unknownId, formId(1)], [formId(2)]);
  made.sandbox.web1on1.inject({ row: "forms.get", reply: { status: 403 } });
  const { data, errors } = await made.execute(document);
  expect(data.organization.categories).toEqual([
    { name: "C0", forms: [{ sourceId: formId(0) }, { sourceId: formId(1) }] },
    { name: "C1", forms: [{ sourceId: formId(2) }] },
  ]);
  expect(errors).toMatchObject([
    {
      path: ["organization", "categories", 0, "forms"],
      extensions: {
        code: "FORBIDDEN",
        system: "web1on1",
        retryable: false,
        endpoint: "GET /forms/{form_id}",
      },
    },
  ]);
  expect(errors[0]?.message).toContain(`The form ${unknownId} is left out here`);
});

test("any other failure leaves no list that looks complete", async () => {
  const made = withForms([formId(0)]);
  made.sandbox.web1on1.inject({ row: "forms.get", reply: { status: 400 } });
  const { data, errors } = await made.execute(document);
  expect(data.organization.categories).toEqual([{ name: "C0", forms: null }]);
  expect(codesOf(errors)).toEqual(["UPSTREAM_REJECTED"]);
});
