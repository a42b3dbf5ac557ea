// Is everything laid out as .clang-format and .prettierrc.json say? Changes nothing,
// names what differs, and fails when it does.

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const checks = [
  {
    command: ['clang-format', '--dry-run', '-Werror'],
    files: ['*.cc', '*.h'],
  },
  {
    command: ['node', 'node_modules/prettier/bin/prettier.cjs', '--check'],
    files: ['*.ts', '*.mjs', '*.css'],
  },
];

// The repository's own files: git knows them, a walk of the folders would not. In
// a container it may belong to another user than the one who asks.
function tracked(patterns) {
  const { status, stdout, stderr } = spawnSync(
    'git',
    ['-c', `safe.directory=${process.cwd()}`, 'ls-files', '-z', ...patterns],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`git ls-files: ${stderr}`);
  return stdout.split('\0').filter((path) => path !== '');
}

for (const { command, files } of checks) {
  const [program, ...given] = command;
  const paths = tracked(files);
  if (paths.length === 0) throw new Error(`nothing to look at: ${files.join(' ')}`);
  const { status, error } = spawnSync(program, [...given, ...paths], { stdio: 'inherit' });
  if (error) throw error;
  if (status !== 0) process.exitCode = 1;
}
