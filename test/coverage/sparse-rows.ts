import { serviceId } from "../../src/sandbox/data/ids.ts";
import { accountCases, contactCases, showcase } from "../../src/sandbox/data/showcase.ts";
import { declaringFile } from "../support/sample-file.ts";
import type { Sandbox } from "../support/sandbox.ts";

type Ask = (document: string) => Promise<void>;

/** Asks for what rows leave out, and for what an update does not answer: only then are further endpoints reached. */
export async function askSparseRows(sandbox: Sandbox, ask: Ask): Promise<void> {
  await askAssembly(sandbox, ask);
  await askAssembled(sandbox, ask);
  await askUsersBotsAndServices(sandbox, ask);
  await askForms(sandbox, ask);
  await askOrganizations(sandbox, ask);
  await askGroups(sandbox, ask);
  await askImages(sandbox, ask);
}

const once = (row: string, body: unknown) => ({ row, times: 1, reply: { status: 200, body } });

async function askAssembly(sandbox: Sandbox, ask: Ask): Promise<void> {
  const { tierId } = showcase.account;
  const labels = { tier: tierId, stage: tierId };
  const account = { id: accountCases.none.accountId, type: "Company", name: "A", domain: "a.example" };
  const contact = { id: contactCases.none.contactId, name: "C", domain: "c@a.example", ...labels };
  sandbox.assembly.inject(once("accounts.getByDomain", { account }));
  await ask(`{ account(by: { domain: "sparse.example" }) { additionalProperties } }`);
  sandbox.assembly.inject(once("contacts.getByEmail", { contact }));
  await ask(
    `{ contact(by: { email: "c@sparse.example" }) { additionalProperties tier { id } stage { id } } }`,
  );
  for (const verb of ["create", "update"]) {
    sandbox.assembly.inject(once(`additionalProperties.${verb}ForAccount`, {}));
    const of = `{ account: { domain: "${showcase.account.domain}" } }`;
    await ask(
      `mutation { ${verb}AdditionalProperties(input: { of: ${of}, properties: { a: 1 } }) { ownerId } }`,
    );
  }
}

async function askAssembled(sandbox: Sandbox, ask: Ask): Promise<void> {
  sandbox.assembled.inject(once("people.update", {}));
  const { personId } = showcase.person;
  await ask(`mutation { updatePerson(id: "${personId}", input: { firstName: "S" }) { person { id } } }`);
  for (const noun of ["queue", "site", "team", "skill"] as const) {
    sandbox.assembled.inject(once(`${noun}s.update`, {}));
    const [group] = sandbox.data.assembled[`${noun}s`];
    const update = `update${noun.charAt(0).toUpperCase()}${noun.slice(1)}`;
    await ask(
      `mutation { ${update}(id: "${group?.id}", input: { name: "S", parentId: null }) { ${noun} { id } } }`,
    );
  }
}

async function askUsersBotsAndServices(sandbox: Sandbox, ask: Ask): Promise<void> {
  const { userId } = showcase.person;
  sandbox.web1on1.inject(once("users.update", {}));
  sandbox.web1on1.inject(once("services.update", {}));
  await ask(
    `mutation { updateService(id: "${serviceId("acme", 0)}", input: { name: "S" }) { service { id } } }`,
  );
  await ask(`mutation { updateUser(id: "${userId}", input: { givenName: "S" }) { user { id } } }`);
  sandbox.web1on1.inject(once("bots.update", {}));
  sandbox.web1on1.inject(once("botInstances.update", {}));
  await ask(`mutation { updateBot(id: "${showcase.botId}", input: { name: "S" }) { bot { id } } }`);
  await ask(
    `mutation { updateBotInstance(id: "${showcase.botInstanceId}", input: { name: "S" }) { botInstance { id } } }`,
  );
}

async function askForms(sandbox: Sandbox, ask: Ask): Promise<void> {
  const { fieldId, id: formId } = showcase.form;
  sandbox.web1on1.inject(once("forms.update", {}));
  await ask(`mutation { updateForm(id: "${formId}", input: { name: "S" }) { form { id } } }`);
  sandbox.web1on1.inject(once("forms.update", {}));
  await ask(
    `mutation { updateFormField(formId: "${formId}", id: "${fieldId}", input: { label: "S" }) { formField { id } } }`,
  );
  sandbox.web1on1.inject(once("forms.update", {}));
  await ask(`mutation { deleteFormField(formId: "${formId}", id: "${fieldId}") { form { id } } }`);
  sandbox.web1on1.inject(once("forms.get", { id: formId, fields: [{ name: "reason" }] }));
  await ask(`{ form(id: "${formId}") { fields { id } } }`);
}

async function askOrganizations(sandbox: Sandbox, ask: Ask): Promise<void> {
  const { organizationId } = showcase.account;
  sandbox.web1on1.inject(once("organizations.update", {}));
  await ask(
    `mutation { updateOrganization(id: "${organizationId}", input: { name: "A" }) { organization { id } } }`,
  );
  sandbox.web1on1.inject(once("organizations.update", {}));
  const slot = `organizationId: "${organizationId}", index: 3`;
  await ask(`mutation { setCategorySlot(${slot}, input: { name: "S" }) { organization { id } } }`);
  sandbox.web1on1.inject(once("organizationCategories.update", {}));
  const { categories } = sandbox.data.web1on1.organizations.find(({ id }) => id === organizationId) ?? {};
  const category = `organizationId: "${organizationId}", id: "${categories?.[0]?.id}"`;
  await ask(`mutation { updateCategory(${category}, input: { name: "S" }) { category { id } } }`);
}

async function askGroups(sandbox: Sandbox, ask: Ask): Promise<void> {
  const groupId = sandbox.data.web1on1.organizationGroups[0]?.id;
  sandbox.web1on1.inject(once("orgGroups.get", { id: groupId, name: "S" }));
  await ask(`{ organizationGroup(id: "${groupId}") { members { nodes { id } } } }`);
  sandbox.web1on1.inject(once("orgGroups.update", {}));
  await ask(
    `mutation { updateOrganizationGroup(id: "${groupId}", input: { name: "S" }) { organizationGroup { id } } }`,
  );
}

async function askImages(sandbox: Sandbox, ask: Ask): Promise<void> {
  const { userId } = showcase.person;
  const { organizationId } = showcase.account;
  sandbox.web1on1.inject(once("users.uploadAvatar", {}));
  sandbox.web1on1.inject(once("organizations.uploadLogo", {}));
  const input = "input: { file: $file }";
  await ask(declaringFile(`mutation { uploadUserAvatar(id: "${userId}", ${input}) { user { id } } }`));
  await ask(
    declaringFile(
      `mutation { uploadOrganizationLogo(id: "${organizationId}", ${input}) { organization { id } } }`,
    ),
  );
}
