import { gql, type TypedDocumentNode } from "@apollo/client";
import { useMutation, useQuery } from "@apollo/client/react";

interface Contact {
  readonly __typename: "Contact";
  readonly id: string;
  readonly name: string | null;
}

interface ContactsOf {
  readonly account: {
    readonly id: string;
    readonly name: string | null;
    readonly contacts: {
      readonly nodes: readonly Contact[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    } | null;
    readonly organization: { readonly id: string; readonly name: string | null } | null;
  } | null;
}

const contactsOf: TypedDocumentNode<ContactsOf, { domain: string; after?: string | null }> = gql`
  query ContactsOf($domain: String!, $after: String) {
    account(by: { domain: $domain }) {
      id
      name
      contacts(first: 5, after: $after) {
        nodes { id name }
        pageInfo { hasNextPage endCursor }
      }
      organization { id name }
    }
  }
`;

const rename: TypedDocumentNode<unknown, { id: string; name: string }> = gql`
  mutation Rename($id: ID!, $name: String!) {
    updateContact(by: { id: $id }, input: { name: $name }) {
      contact { id name }
    }
  }
`;

/** The contacts of a customer, page by page, each of which can be renamed. */
export function ContactList({ domain }: { readonly domain: string }) {
  const { data, error, fetchMore, loading } = useQuery(contactsOf, {
    variables: { domain },
    // Fields of a system that fails are null; what the others have answered is shown beside the error.
    errorPolicy: "all",
  });
  const [renameContact, { error: renameError }] = useMutation(rename);
  const { contacts, name, organization } = data?.account ?? {};
  const after = contacts?.pageInfo.endCursor ?? null;
  if (loading) return <p>Reading …</p>;
  return (
    <>
      <h1>{name ?? "No such customer"}</h1>
      <p>Chats as {organization?.name ?? "–"}</p>
      {(error ?? renameError) && <p role="alert">{(error ?? renameError)?.message}</p>}
      <ul>
        {contacts?.nodes.map((contact) => (
          <li key={contact.id}>
            {contact.name}
            <form
              action={async (form) => {
                // The payload's contact has the id of the one in the list, which the cache changes with it.
                await renameContact({ variables: { id: contact.id, name: String(form.get("name")) } });
              }}
            >
              <input name="name" aria-label={`New name of ${contact.name}`} required />
              <button type="submit">Rename</button>
            </form>
          </li>
        ))}
      </ul>
      {contacts?.pageInfo.hasNextPage && (
        <button type="button" onClick={() => fetchMore({ variables: { after } })}>
          More
        </button>
      )}
    </>
  );
}
