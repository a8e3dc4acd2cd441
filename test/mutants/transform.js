const swc = require('@swc/jest');

/**
 * Compiles as the tests do, but one line of one file reads otherwise. No file on disk is touched, so a run that is cut
 * off leaves nothing behind, and several mutants can be tried at a time.
 */
module.exports = {
  createTransformer({ mutant, ...options }) {
    const compiler = swc.createTransformer(options);
    const read = (source, path) =>
      path === mutant.path ? source.replace(mutant.text, () => mutant.replacement) : source;
    return {
      canInstrument: compiler.canInstrument,
      getCacheKey: (source, path, context) => compiler.getCacheKey(read(source, path), path, context),
      process: (source, path, context) => compiler.process(read(source, path), path, context),
    };
  },
};
