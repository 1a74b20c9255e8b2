import { UsageError } from '../../src/cli/read-options';
import { readPackageOptions } from '../../src/cli/read-package-options';

describe('readPackageOptions', () => {
  it('needs no option', () => {
    expect(readPackageOptions([])).toEqual({ out: null, version: null });
  });

  it('reads the file and the version', () => {
    expect(readPackageOptions(['--out', 'app.zip', '--version=1.20.3'])).toEqual({ out: 'app.zip', version: '1.20.3' });
  });

  it.each([['--out='], ['--out'], ['--version', '1.2'], ['--version', '1.2.3-preview'], ['--version', '01.2.3'], ['--else'], ['app.zip']])(
    'refuses %s %s',
    (...args) => {
      expect(() => readPackageOptions(args)).toThrow(UsageError);
    },
  );
});
