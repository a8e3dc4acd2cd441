import { prepareAssembly } from '../../../../lib/rehearsal/play/world/prepared-assembly';
import { type EditableResource, type EditedAssembly, editedAssembly } from '../../helpers/edited-assembly';

type Edit = (resource: EditableResource) => void;

/** Changes the first resource of a type that fits. */
const first =
  (type: string, edit: Edit, fits: (resource: EditableResource) => boolean = () => true) =>
  (resources: Readonly<Record<string, EditableResource>>) => {
    const found = Object.values(resources).find((resource) => resource.Type === type && fits(resource));
    expect(found).toBeDefined();
    found && edit(found);
  };

const distribution = (edit: Edit) => first('AWS::CloudFront::Distribution', edit);
const config = (edit: (config: EditableResource['Properties']) => void) =>
  distribution(({ Properties }) => edit(Properties['DistributionConfig']));
const pattern = (EventPattern: unknown) =>
  first(
    'AWS::Events::Rule',
    ({ Properties }) => {
      Properties['EventPattern'] = EventPattern;
    },
    ({ Properties }) => Properties['EventPattern'] !== undefined,
  );
const check = (but: object) =>
  first(
    'AWS::Route53::HealthCheck',
    ({ Properties }) => Object.assign(Properties['HealthCheckConfig'], but),
    ({ Properties }) => Properties['HealthCheckConfig'].SearchString !== undefined,
  );
const customOrigin = (edit: (origin: EditableResource['Properties']) => void) =>
  config(({ Origins }) => edit(Origins.find((origin: object) => 'CustomOriginConfig' in origin)));

describe('assembly that AWS would refuse', () => {
  let assembly: EditedAssembly | undefined;

  afterEach(() => {
    assembly?.remove();
    assembly = undefined;
  });

  test.each([
    ['consecutive wildcards', pattern({ source: [{ wildcard: '**' }] }), '.EventPattern.source: EventBridge'],
    ['an empty array in a pattern', pattern({ source: [] }), '.EventPattern.source: EventBridge'],
    ['an empty pattern', pattern({}), '.EventPattern: EventBridge'],
    ['a reversed range', pattern({ a: [{ numeric: ['>', 2, '<', 1] }] }), '.EventPattern.a: EventBridge'],
    [
      'anything but mixed types',
      pattern({ a: [{ 'anything-but': [1, 'x'] }] }),
      '.EventPattern.a: EventBridge',
    ],
    [
      'a page for status 418',
      config(({ CustomErrorResponses }) => {
        CustomErrorResponses[0].ErrorCode = 418;
      }),
      '.DistributionConfig.CustomErrorResponses[0].ErrorCode: CloudFront',
    ],
    [
      'a page with status 299',
      config((properties) => {
        const page = properties['CustomErrorResponses'].find((one: object) => 'ResponseCode' in one);
        page.ResponseCode = 299;
      }),
      '].ResponseCode: CloudFront',
    ],
    [
      'five connection attempts',
      customOrigin((origin) => {
        origin['ConnectionAttempts'] = 5;
      }),
      '].ConnectionAttempts: CloudFront',
    ],
    [
      'a read timeout of 200 s',
      customOrigin((origin) => {
        origin['CustomOriginConfig'].OriginReadTimeout = 200;
        origin['ResponseCompletionTimeout'] = undefined;
      }),
      '].CustomOriginConfig.OriginReadTimeout: CloudFront',
    ],
    [
      'a space in a path pattern',
      config(({ CacheBehaviors }) => {
        CacheBehaviors[0].PathPattern = '/a b';
      }),
      '.DistributionConfig.CacheBehaviors[0].PathPattern: CloudFront',
    ],
    ['a search string of 256', check({ SearchString: 's'.repeat(256) }), '.SearchString: Route 53'],
    ['an interval of 20 s', check({ RequestInterval: 20 }), '.RequestInterval: Route 53'],
    [
      'a failover record without identifier',
      first(
        'AWS::Route53::RecordSet',
        ({ Properties }) => {
          delete Properties['SetIdentifier'];
        },
        ({ Properties }) => Properties['Failover'] !== undefined,
      ),
      '.SetIdentifier: Route 53',
    ],
  ] as const)('is refused before anything is played: %s', async (_name, edit, text) => {
    assembly = await editedAssembly('edge', edit);
    const { directory } = assembly;
    expect(() => prepareAssembly(directory)).toThrow(
      expect.objectContaining({
        code: 'NOT_DEPLOYABLE',
        message: expect.stringContaining(`${text} refuses it ("`),
      }),
    );
  });

  test.each(['edge', 'dns'] as const)('is not what the example makes: %s', async (topology) => {
    assembly = await editedAssembly(topology, () => undefined);
    expect(prepareAssembly(assembly.directory).settings.topology).toBe(topology);
  });
});
