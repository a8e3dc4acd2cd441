import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { ignoredBecause, type ResourceModel } from '../../../../lib/rehearsal/aws/assembly/resource-model';
import { MODELS } from '../../../../lib/rehearsal/play/world/models';

const ROOT = join(__dirname, '../../../../lib/rehearsal');
const FILES = readdirSync(ROOT, { recursive: true })
  .map((file) => String(file).replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'));
const CODE = new Map(FILES.map((file) => [file, readFileSync(join(ROOT, file), 'utf8')]));
const codeOf = (file: string): string => CODE.get(file) ?? '';

/** Where models are declared; `*resource.ts`, and what those share. */
const isDeclaration = (file: string): boolean => /(resource|policy-document)\.ts$/.test(file);
/** What reads physical names and policies of whatever has them. */
const READERS = /^aws\/(iam\/|assembly\/physical-ids\.ts)/;
/** Handed over as they are to what stands in for DynamoDB, or refused where a rehearsal can't play them. */
const NOT_READ_BY_NAME = /^(AttributeDefinitions|KeySchema)\.|^ReservedConcurrentExecutions$/;

/** The words of everything that may read a model: its own service's folder, and who knows the model by its name. */
function wordsBeside(type: string): ReadonlySet<string> {
  const declared =
    FILES.find((file) => isDeclaration(file) && codeOf(file).includes(`type: '${type}'`)) ?? '';
  const [, name] = new RegExp(`const (\\w+) = \\{\\s+type: '${type}'`).exec(codeOf(declared)) ?? [];
  const readers = FILES.filter(
    (file) =>
      file.startsWith(`${dirname(declared)}/`) ||
      READERS.test(file) ||
      new RegExp(`\\b${name}\\b`).test(codeOf(file)),
  );
  const code = readers.filter((file) => !isDeclaration(file)).map(codeOf);
  return new Set(code.join('\n').match(/\w+/g));
}

/** The schema of a value, whatever stands in its place or comes of it. */
function unwrap(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    return unwrap(schema.unwrap() as z.ZodType);
  }
  return schema instanceof z.ZodPipe ? unwrap(schema.in as z.ZodType) : schema;
}

/** The properties that a schema declares modelled. One that may have one value only is read where it is declared. */
function modelled(schema: z.ZodType, path: readonly string[] = []): readonly (readonly string[])[] {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodArray) {
    return modelled(inner.element as z.ZodType, path);
  }
  if (inner instanceof z.ZodObject) {
    return Object.entries(inner.shape as Record<string, z.ZodType>)
      .filter(([, property]) => ignoredBecause(property) === undefined)
      .flatMap(([name, property]) => modelled(property, [...path, name]));
  }
  return inner instanceof z.ZodLiteral || inner instanceof z.ZodNever ? [] : [path];
}

describe('resource model', () => {
  test.each([...MODELS])(
    'of %s declares modelled only what something reads',
    (type, model: ResourceModel) => {
      const words = wordsBeside(type);
      const names = modelled(model.properties)
        .filter((path) => !words.has(path.at(-1) ?? ''))
        .map((path) => path.join('.'));
      expect(names.filter((name) => !NOT_READ_BY_NAME.test(name))).toEqual([]);
    },
  );

  test('is there for every type that one is declared for', () => {
    const declared = FILES.filter(isDeclaration).flatMap((file) =>
      [...codeOf(file).matchAll(/type: '(\w+::[\w:]+)'/g)].map(([, type]) => type),
    );
    expect([...MODELS.keys()].sort()).toEqual(declared.sort());
  });
});
