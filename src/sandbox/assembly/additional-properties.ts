import type { CustomerFieldsJson } from "../../assembly/account/endpoints.ts";
import type {
  additionalProperties as endpoints,
  PropertiesBody,
  PropertyNamesBody,
} from "../../assembly/additional-properties/endpoints.ts";
import type { Reply, VerbHandlers } from "../emulator.ts";
import { Refusal } from "../refusal.ts";
import { propertiesJson } from "./customer-fields.ts";
import { checked, filledText, listOf, map, requireFields } from "./fields.ts";
import type { AssemblyOptions } from "./options.ts";
import { type AssemblyState, byDomain, byId, byIdOrDomain, bySourceSpecificId, found } from "./state.ts";

type Properties = Pick<CustomerFieldsJson, "additional_properties">;

/** An account or contact; its properties are stored as a map. */
interface Owner extends Properties {
  readonly id: string;
}

/** Handlers of the rows about custom properties. */
export function additionalPropertyHandlers(
  { accounts, contacts }: AssemblyState,
  options: AssemblyOptions,
): VerbHandlers<typeof endpoints> {
  const ofAccount = verbs("account", accounts.update, options);
  const ofContact = verbs("contact", contacts.update, options);
  return {
    getForAccount: ({ params }) => ofAccount.get(byId(accounts, params.id)),
    getForAccountByDomain: ({ params }) => ofAccount.get(byDomain(accounts, params.domain)),
    getForAccountBySourceSpecificId: ({ params }) =>
      ofAccount.get(bySourceSpecificId(accounts, params.sourceSpecificId)),
    createForAccount: ({ params, body }) => ofAccount.create(byIdOrDomain(accounts, params.idOrDomain), body),
    createForAccountBySourceSpecificId: ({ params, body }) =>
      ofAccount.create(bySourceSpecificId(accounts, params.sourceSpecificId), body),
    updateForAccount: ({ params, body }) => ofAccount.update(byIdOrDomain(accounts, params.idOrDomain), body),
    updateForAccountBySourceSpecificId: ({ params, body }) =>
      ofAccount.update(bySourceSpecificId(accounts, params.sourceSpecificId), body),
    deleteForAccount: ({ params, body }) => ofAccount.delete(byIdOrDomain(accounts, params.idOrDomain), body),
    deleteForAccountBySourceSpecificId: ({ params, body }) =>
      ofAccount.delete(bySourceSpecificId(accounts, params.sourceSpecificId), body),
    getForContact: ({ params }) => ofContact.get(byId(contacts, params.id)),
    getForContactByEmail: ({ params }) => ofContact.get(byDomain(contacts, params.email)),
    getForContactBySourceSpecificId: ({ params }) =>
      ofContact.get(bySourceSpecificId(contacts, params.sourceSpecificId)),
    createForContact: ({ params, body }) => ofContact.create(byIdOrDomain(contacts, params.idOrEmail), body),
    createForContactBySourceSpecificId: ({ params, body }) =>
      ofContact.create(bySourceSpecificId(contacts, params.sourceSpecificId), body),
    updateForContact: ({ params, body }) => ofContact.update(byIdOrDomain(contacts, params.idOrEmail), body),
    updateForContactBySourceSpecificId: ({ params, body }) =>
      ofContact.update(bySourceSpecificId(contacts, params.sourceSpecificId), body),
    deleteForContact: ({ params, body }) => ofContact.delete(byIdOrDomain(contacts, params.idOrEmail), body),
    deleteForContactBySourceSpecificId: ({ params, body }) =>
      ofContact.delete(bySourceSpecificId(contacts, params.sourceSpecificId), body),
  };
}

/** Reads and writes of the properties of a record, or 404 where there is none. */
function verbs(
  noun: string,
  store: (id: string, properties: Properties) => unknown,
  options: Pick<AssemblyOptions, "additionalPropertiesAsList" | "takenPropertyStatus">,
) {
  const merge = ({ id, additional_properties }: Owner, properties: PropertiesBody): Reply => {
    store(id, { additional_properties: { ...additional_properties, ...properties } });
    return { status: 200, body: { id } };
  };
  return {
    get(row: Owner | undefined): Reply {
      const { id, additional_properties } = found(row, noun);
      return {
        status: 200,
        body: { id, additional_properties: propertiesJson(additional_properties, options) },
      };
    },
    create(row: Owner | undefined, body: unknown): Reply {
      const owner = found(row, noun);
      const properties = propertiesIn(body);
      const taken = Object.keys(properties).find((name) =>
        Object.hasOwn(owner.additional_properties ?? {}, name),
      );
      if (taken !== undefined) throw new Refusal(options.takenPropertyStatus, `${taken} already exists`);
      return merge(owner, properties);
    },
    update: (row: Owner | undefined, body: unknown): Reply => merge(found(row, noun), propertiesIn(body)),
    delete(row: Owner | undefined, body: unknown): Reply {
      const { id, additional_properties } = found(row, noun);
      const names = new Set(namesIn(body));
      const left = Object.entries(additional_properties ?? {}).filter(([name]) => !names.has(name));
      store(id, { additional_properties: Object.fromEntries(left) });
      return { status: 200, body: {} };
    },
  };
}

/** The whole body is the map. */
function propertiesIn(body: unknown): PropertiesBody {
  map(body, "the body");
  const properties = body as PropertiesBody;
  const names = Object.keys(properties);
  if (names.length === 0) throw new Refusal(400, "the body must hold at least one property");
  listOf(filledText)(names, "the name of a property");
  return properties;
}

function namesIn(body: unknown): readonly string[] {
  const fields = checked<Partial<PropertyNamesBody>>(body, { properties: listOf(filledText) });
  requireFields(fields, "properties");
  if (fields.properties.length === 0) throw new Refusal(400, "properties must not be empty");
  return fields.properties;
}
