import { Page } from '../app/Page.tsx'

export function PersonPage({ id }: { readonly id: string }) {
  return <Page title={id}>{null}</Page>
}
