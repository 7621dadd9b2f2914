import { graphql, useFragment, useMutation } from "react-relay";
import type { customer_account$key } from "./__generated__/customer_account.graphql.ts";
import type { customerRenameMutation } from "./__generated__/customerRenameMutation.graphql.ts";

/** One customer, who serves it, and a form that renames it. */
export function Customer({ account }: { readonly account: customer_account$key }) {
  const { id, name, organization } = useFragment(
    graphql`
      fragment customer_account on Account {
        id
        name
        organization {
          users(first: 3) {
            nodes {
              id
              displayName
              person {
                firstName
                lastName
              }
            }
          }
        }
      }
    `,
    account,
  );
  const [rename, isRenaming] = useMutation<customerRenameMutation>(graphql`
    mutation customerRenameMutation($id: ID!, $name: String!) {
      updateAccount(by: { id: $id }, input: { name: $name }) {
        account {
          name
        }
      }
    }
  `);
  const people = organization?.users?.nodes.map(({ displayName, person }) =>
    person ? `${person.firstName} ${person.lastName}` : displayName,
  );
  const submit = (form: FormData) => {
    rename({ variables: { id, name: String(form.get("name")) } });
  };
  return (
    <li>
      <strong>{name}</strong>
      <small>{people?.length ? `Served by ${people.join(", ")}` : "Served by no chat organization"}</small>
      <form action={submit}>
        <input name="name" aria-label="New name" required />
        <button type="submit" disabled={isRenaming}>
          Rename
        </button>
      </form>
    </li>
  );
}
