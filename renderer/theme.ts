import {
  createTheme,
  defaultVariantColorsResolver,
  rem,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core'

/** Warm grays from paper to ink. The one accent for actions is ink itself, so that color is reserved for paths. */
const ink: MantineColorsTuple = [
  '#f6f5f1',
  '#eceae4',
  '#dedbd3',
  '#c4c1b7',
  '#a3a098',
  '#7d7a72',
  '#625f58',
  '#45433e',
  '#2e2d29',
  '#1d1c1a',
]

/** Filled buttons are dark on light, and light on dark in the dark theme. */
const variants: VariantColorsResolver = (input) =>
  input.variant === 'filled' && (input.color === undefined || input.color === 'ink')
    ? { background: 'var(--ink)', hover: 'var(--quiet)', color: 'var(--paper)', border: '1px solid transparent' }
    : defaultVariantColorsResolver(input)

export const theme = createTheme({
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  colors: { ink, gray: ink },
  primaryColor: 'ink',
  primaryShade: { light: 9, dark: 1 },
  variantColorResolver: variants,
  cursorType: 'pointer',
  respectReducedMotion: true,
  defaultRadius: 'sm',
  fontSizes: { xs: rem(13), sm: rem(13), md: rem(15), lg: rem(18), xl: rem(24) },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.4', xl: '1.3' },
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: rem(24), lineHeight: '1.25' },
      h2: { fontSize: rem(18), lineHeight: '1.3' },
      h3: { fontSize: rem(15), lineHeight: '1.4' },
    },
  },
  components: {
    Button: { defaultProps: { size: 'sm' } },
    Tooltip: { defaultProps: { openDelay: 300, transitionProps: { duration: 0 }, multiline: true, maw: 320 } },
    Modal: { defaultProps: { transitionProps: { duration: 0 }, overlayProps: { backgroundOpacity: 0.35 } } },
    Radio: { defaultProps: { color: 'var(--ink)', iconColor: 'var(--paper)' } },
    Checkbox: { defaultProps: { color: 'var(--ink)', iconColor: 'var(--paper)' } },
    Menu: { defaultProps: { transitionProps: { duration: 0 } } },
    Popover: { defaultProps: { transitionProps: { duration: 0 } } },
  },
})

/** Maps Mantine's color variables to those of styles.css, so that its components match ours. */
export const variables: CSSVariablesResolver = () => {
  const ours = {
    '--mantine-color-body': 'var(--paper)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--quiet)',
    '--mantine-color-placeholder': 'var(--quiet)',
    '--mantine-color-default': 'var(--card)',
    '--mantine-color-default-hover': 'var(--hover)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--rule-strong)',
    '--mantine-color-error': 'var(--error)',
    '--mantine-color-anchor': 'var(--ink)',
  }
  return { variables: {}, light: ours, dark: ours }
}
