import { graphql, useLazyLoadQuery, usePaginationFragment } from "react-relay";
import type { customerList_query$key } from "./__generated__/customerList_query.graphql.ts";
import type { customerListPageQuery } from "./__generated__/customerListPageQuery.graphql.ts";
import type { customerListQuery } from "./__generated__/customerListQuery.graphql.ts";
import { Customer } from "./customer.tsx";

const pageSize = 5;

/** All customers, a page at a time. */
export function CustomerList() {
  const query = useLazyLoadQuery<customerListQuery>(
    graphql`
      query customerListQuery($first: Int!) {
        ...customerList_query @arguments(first: $first)
      }
    `,
    { first: pageSize },
  );
  const { data, hasNext, isLoadingNext, loadNext } = usePaginationFragment<
    customerListPageQuery,
    customerList_query$key
  >(
    graphql`
      fragment customerList_query on Query
      @argumentDefinitions(first: { type: "Int!" }, after: { type: "String" })
      @refetchable(queryName: "customerListPageQuery") {
        accounts(first: $first, after: $after) @connection(key: "customerList_accounts") {
          edges {
            node {
              id
              ...customer_account
            }
          }
        }
      }
    `,
    query,
  );
  if (!data.accounts) return <p role="alert">The customers cannot be read now.</p>;
  return (
    <>
      <ul>
        {data.accounts.edges.map(({ node }) => (
          <Customer key={node.id} account={node} />
        ))}
      </ul>
      {hasNext && (
        <button type="button" disabled={isLoadingNext} onClick={() => loadNext(pageSize)}>
          More
        </button>
      )}
    </>
  );
}
