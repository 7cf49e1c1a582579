/** Why a model is refused. Each reason has its own sentence on the screen of whoever brings it. */
export type ModelFault = 'too-large' | 'not-a-model' | 'external-files' | 'no-visemes';

export class ModelError extends Error {
  readonly fault: ModelFault;

  constructor(fault: ModelFault, detail: string) {
    super(detail);
    this.name = 'ModelError';
    this.fault = fault;
  }
}
