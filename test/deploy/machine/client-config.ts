/** How a client of the SDK in this process speaks to the emulator, whose environment it does not have. */
export const clientConfig = (env: NodeJS.ProcessEnv) => ({
  endpoint: env['AWS_ENDPOINT_URL'],
  region: 'us-east-1',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
});
