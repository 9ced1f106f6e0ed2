/** The parts of a JSON schema that an input made for a test follows. */
export interface InputShape {
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: InputShape[];
  oneOf?: InputShape[];
  format?: string;
  pattern?: string;
  properties?: Record<string, InputShape>;
  required?: string[];
  additionalProperties?: boolean | InputShape;
  items?: InputShape;
  prefixItems?: InputShape[];
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  minimum?: number;
  maximum?: number;
}
