import { ScenarioSheet } from '../features/content/ScenarioSheet.tsx'
import { Preflight } from '../features/session/Preflight.tsx'

export function ScenarioPage() {
  return <ScenarioSheet beside={(scenario, persona) => <Preflight key={scenario.slug} scenario={scenario} persona={persona} />} />
}
