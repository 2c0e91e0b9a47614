const basePath = '/shop'

/** @type {import('next').NextConfig} */
const nextConfig = {
  basePath,
  pageExtensions: ['tsx', 'ts', 'jsx', 'js'],
}

export default nextConfig
