import { ScenarioSheet } from '../features/content/ScenarioSheet.tsx';
import { Preflight } from '../features/session/Preflight.tsx';

export function ScenarioPage() {
  return <ScenarioSheet beside={Preflight} />;
}
