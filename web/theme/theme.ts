import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** The one accent: brand and primary action. */
const lacquer: MantineColorsTuple = [
  ...['#fdf2f1', '#f9dedc', '#f0bab6', '#e6928c', '#dd6d65', '#cc4a43'],
  ...['#b02f2a', '#94211f', '#7d1a19', '#611312'],
] as unknown as MantineColorsTuple; // A spread loses the length that the type asks for.

/** Links and what is selected. */
const ink: MantineColorsTuple = [
  ...['#eef3fb', '#dbe5f4', '#b4c8e6', '#8aa9d8', '#658dcb', '#4877bd'],
  ...['#2f5ea8', '#234f93', '#1b4180', '#12336b'],
] as unknown as MantineColorsTuple;

export const theme = createTheme({
  colors: { lacquer, ink },
  primaryColor: 'lacquer',
  primaryShade: { light: 7, dark: 6 },
  fontFamily: "'Be Vietnam Pro', system-ui, sans-serif",
  headings: { fontFamily: "'Be Vietnam Pro', system-ui, sans-serif", fontWeight: '600' },
  defaultRadius: 6,
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  // Vietnamese stacks marks: lines must not touch.
  lineHeights: { xs: '1.45', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.45' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    // By colour alone a link in a sentence is not told from it.
    Anchor: { defaultProps: { c: 'var(--link)', underline: 'always' } },
    Button: { defaultProps: { size: 'sm' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Tooltip: {
      defaultProps: { openDelay: 300, events: { hover: true, focus: true, touch: true } },
    },
  },
});

/** Colours that mean a state, the same on every screen; theme.css says where else they are used. AA on their ground. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--state-on-track': '#1d7040',
    '--state-at-risk': '#8a5300',
    '--state-late': '#b3231a',
    '--state-waiting': '#6b3fb8',
    '--state-closed': '#5a6270',
    '--link': '#234f93',
    '--hairline': '#dfe3e8',
    '--mantine-color-dimmed': '#5a6270',
  },
  dark: {
    '--state-on-track': '#6fcb8f',
    '--state-at-risk': '#f0b651',
    '--state-late': '#ff938a',
    '--state-waiting': '#bda2f7',
    '--state-closed': '#a9b1bd',
    '--link': '#9dbcec',
    '--hairline': '#3a3f46',
    '--mantine-color-dimmed': '#a9b1bd',
    '--mantine-color-error': '#ff938a',
  },
});
