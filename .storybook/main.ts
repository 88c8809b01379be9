import type { StorybookConfig } from '@storybook/web-components-vite';

const config: StorybookConfig = {
  stories: ['../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  framework: '@storybook/web-components-vite',
  // Files that stories load, under an address relative to the story, so that the build runs from any folder.
  staticDirs: [{ from: '../stories/files', to: '/files' }],
  // No request to anywhere, neither while it builds nor while it runs.
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  features: { actions: true, backgrounds: false },
};

export default config;
