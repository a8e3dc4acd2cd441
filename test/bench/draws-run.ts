import { playDraws } from './draws';

// A sample of what may be true of AWS: so many draws, played through the assemblies on the command line.
const [draws = '200', ...assemblies] = process.argv.slice(2);
playDraws(assemblies, Number(draws)).then((result) => console.log(JSON.stringify(result)));
