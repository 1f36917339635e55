import { useMemo } from 'react'

/** The same object as long as its content is the same. @param data plain data, short enough to be written at every render */
export function useSame<Data>(data: Data): Data {
  const key = JSON.stringify(data)
  return useMemo(() => JSON.parse(key) as Data, [key])
}
