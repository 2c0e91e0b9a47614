import { asksInFront } from '../../src/model/front-checks.js'
import type { Service } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

const DJANGO = {
  'compose.yaml': `
    services: { web: { build: ., ports: ["8000:8000"] } }
  `,
  Dockerfile: `
    FROM python:3.13.2-slim
    WORKDIR /app
    COPY . .
    CMD ["gunicorn", "shop.wsgi:application", "-b", "0.0.0.0:8000"]
  `,
  'shop/wsgi.py': `
    import os
    from django.core.wsgi import get_wsgi_application
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")
    application = get_wsgi_application()
  `,
  'shop/settings.py': `
    ROOT_URLCONF = "shop.urls"
    MIDDLEWARE = [
        "django.middleware.security.SecurityMiddleware",
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
    ]
  `,
}

const NEXT = {
  'compose.yaml': `
    services: { web: { build: ., ports: ["3000:3000"] } }
  `,
  Dockerfile: `
    FROM node:24.1.0-slim
    WORKDIR /app
    COPY . .
    CMD ["npx", "next", "start"]
  `,
  'package.json':
    '{ "name": "shop", "dependencies": { "next": "16.0.0", "next-auth": "4.24.11", "@prisma/client": "6.1.0" } }',
  'next.config.js': 'module.exports = {}',
  'lib/db.ts': `
    import { PrismaClient } from '@prisma/client'
    export const db = new PrismaClient()
  `,
  'app/api/orders/[id]/route.ts': `
    import { getServerSession } from 'next-auth'
    import { db } from '../../../../lib/db'
    export async function PUT(request, { params }) {
      const session = await getServerSession()
      if (!session) return Response.json({}, { status: 401 })
      return Response.json(await db.order.update({ where: { id: params.id }, data: await request.json() }))
    }
    export async function PATCH(request, { params }) {
      const session = await getServerSession()
      if (!session) return Response.json({}, { status: 401 })
      return Response.json(await db.order.update({ where: { id: params.id }, data: await request.json() }))
    }
  `,
}

export default defineRule({
  id: 'web/route-unauthenticated',
  title: 'A route asks nobody who they are, though those beside it do',
  category: 'security',
  severity: 'high',
  confidence: 'B',
  security: 8.2,
  since: '0.1.0',
  effort: 'hours',
  why: 'Whoever can reach the service can change or read what is behind the route, without an account and without a trace of who it was.',
  fix: 'Put the guard of its neighbours before it, best at the router or for all routes, with exceptions that are named; mark what is meant for everybody as public.',
  refs: [
    'https://owasp.org/API-Security/editions/2023/en/0xa5-broken-function-level-authorization/',
    'https://cwe.mitre.org/data/definitions/306.html',
  ],
  reads: ['dockerfile', 'source', 'nginx', 'traefik', 'haproxy', 'caddy'],
  check({ system, pass, fail, unverified }) {
    const front = asksInFront(system)
    for (const service of system.services) {
      // Users come to it, and some of its routes ask who they are.
      if (service.weight !== 3 || !isReached(service) || !asksSomewhere(service)) continue
      const [first, ...others] = service.openDoors.filter(one => one.doubt === undefined)
      const doubtful = service.openDoors.find(one => one.doubt !== undefined)
      if ((!first && !doubtful) || front === 'yes') pass(service)
      else if (!first)
        unverified(service, doubtful?.at ?? service.at, `${doubtful?.what} may ask nobody: ${doubtful?.doubt}`)
      else if (front === 'unknown')
        unverified(service, first.at, 'whether the proxy in front of it asks who somebody is is not known')
      else
        fail(service, first.at, `${first.what} of ${service.name} asks nobody who they are, while ${first.beside}`, {
          key: 'open',
          related: [
            { at: first.besideAt, message: first.beside },
            ...others.slice(0, 10).map(one => ({ at: one.at, message: `${one.what} asks nobody either` })),
          ],
        })
    }
  },
  examples: {
    bad: [
      {
        // A single route is guarded, and this one changes the same thing.
        'compose.yaml': `
          services: { api: { build: ., ports: ["3000:3000"] } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'server.js': `
          const express = require('express')
          const jwt = require('jsonwebtoken')
          const app = express()
          const orders = new Map()
          const authenticate = (request, response, next) => {
            request.user = jwt.verify(request.headers.authorization, process.env.JWT_SECRET)
            next()
          }
          app.get('/orders', (request, response) => response.json([...orders.values()]))
          app.put('/orders/:id', authenticate, (request, response) => response.json(orders.set(request.params.id, request.body)))
          app.delete('/orders/:id', (request, response) => response.json(orders.delete(request.params.id))) //! DELETE /orders/:id of api asks nobody who they are, while PUT /orders/:id asks authenticate
          app.listen(3000)
        `,
      },
      {
        'compose.yaml': `
          services: { api: { build: ., ports: ["3000:3000"] } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'authenticate.js': `
          const jwt = require('jsonwebtoken')
          module.exports = (request, response, next) => {
            try {
              request.user = jwt.verify(request.headers.authorization, process.env.JWT_SECRET)
              next()
            } catch {
              response.status(401).end()
            }
          }
        `,
        'server.js': `
          const express = require('express')
          const authenticate = require('./authenticate')
          const orders = require('./orders')
          const app = express()
          app.use(express.json())
          app.post('/orders', authenticate, (request, response) => response.json(orders.create(request.body)))
          app.put('/orders/:id', authenticate, (request, response) => response.json(orders.change(request.params.id, request.body)))
          app.delete('/orders/:id', (request, response) => response.json(orders.remove(request.params.id))) //! DELETE /orders/:id of api asks nobody who they are, while POST /orders asks authenticate
          app.listen(3000)
        `,
        'orders.js': 'exports.create = exports.change = exports.remove = id => id',
      },
      {
        'compose.yaml': `
          services: { api: { build: ., ports: ["3000:3000"] } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "dist/main.js"]
        `,
        'src/main.ts': `
          import { NestFactory } from '@nestjs/core'
          import { AppModule } from './app.module'
          NestFactory.create(AppModule).then(app => app.listen(3000))
        `,
        'src/app.module.ts': `
          import { Module } from '@nestjs/common'
          import { InvoicesController } from './invoices.controller'
          @Module({ controllers: [InvoicesController] })
          export class AppModule {}
        `,
        'src/invoices.controller.ts': `
          import { Body, Controller, Delete, Param, Patch, Post, UseGuards } from '@nestjs/common'
          import { AuthGuard } from '@nestjs/passport'
          import { invoices } from './invoices'
          @Controller('invoices')
          export class InvoicesController {
            @Post()
            @UseGuards(AuthGuard('jwt'))
            create(@Body() body: object) {
              return invoices.create(body)
            }
            @Delete(':id')
            @UseGuards(AuthGuard('jwt'))
            remove(@Param('id') id: string) {
              return invoices.remove(id)
            }
            @Patch(':id') //! PATCH /invoices/:id of api asks nobody who they are
            change(@Param('id') id: string, @Body() body: object) {
              return invoices.change(id, body)
            }
          }
        `,
        'src/invoices.ts':
          'export const invoices = { create: (body: object) => body, remove: (id: string) => id, change: (id: string, body: object) => body }',
      },
      {
        'compose.yaml': `
          services: { api: { build: ., ports: ["8000:8000"] } }
        `,
        Dockerfile: `
          FROM python:3.13.2-slim
          WORKDIR /app
          COPY . .
          CMD ["uvicorn", "main:app", "--host", "0.0.0.0"]
        `,
        'main.py': `
          from fastapi import Depends, FastAPI
          from security import get_current_user
          import items
          app = FastAPI()
          @app.post("/items")
          def create(body: dict, user=Depends(get_current_user)):
              return items.create(body)
          @app.put("/items/{id}")
          def change(id: int, body: dict, user=Depends(get_current_user)):
              return items.change(id, body)
          @app.delete("/items/{id}") #! DELETE /items/:id of api asks nobody who they are
          def remove(id: int):
              return items.remove(id)
        `,
        'security.py': `
          from fastapi import HTTPException
          def get_current_user(authorization: str):
              raise HTTPException(status_code=401)
        `,
        'items.py': `
          def create(body): return body
          def change(id, body): return body
          def remove(id): return id
        `,
      },
      {
        'compose.yaml': `
          services: { api: { build: ., ports: ["8080:8080"] } }
        `,
        Dockerfile: `
          FROM golang:1.26 AS build
          COPY . .
          RUN go build -o /api .
          FROM gcr.io/distroless/static:nonroot
          COPY --from=build /api /api
          CMD ["/api"]
        `,
        'go.mod': `
          module example.com/api
          go 1.26
        `,
        'main.go': `
          package main
          import "github.com/gin-gonic/gin"
          func AuthRequired(c *gin.Context) {
            if c.GetHeader("Authorization") == "" {
              c.AbortWithStatus(401)
            }
          }
          func create(c *gin.Context) { c.Status(201) }
          func change(c *gin.Context) { c.Status(200) }
          func remove(c *gin.Context) { c.Status(204) }
          func main() {
            router := gin.New()
            router.POST("/orders", AuthRequired, create)
            router.PUT("/orders/:id", AuthRequired, change)
            router.DELETE("/orders/:id", remove) //! DELETE /orders/:id of api asks nobody who they are
            router.Run(":8080")
          }
        `,
      },
      {
        // Rooms that clients name, and a folder of documents.
        'compose.yaml': `
          services: { api: { build: ., ports: ["3000:3000"] } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'authenticate.js': `
          const jwt = require('jsonwebtoken')
          module.exports = (request, response, next) => {
            try {
              request.user = jwt.verify(request.headers.authorization, process.env.JWT_SECRET)
              next()
            } catch {
              response.status(401).end()
            }
          }
        `,
        'server.js': `
          const express = require('express')
          const authenticate = require('./authenticate')
          const app = express()
          app.post('/documents', authenticate, (request, response) => response.end())
          app.get('/documents/:id', authenticate, (request, response) => response.end())
          app.use('/uploads', express.static('uploads')) //
          require('./rooms')(app.listen(3000))
        `,
        'rooms.js': `
          const { Server } = require('socket.io')
          module.exports = server => {
            const io = new Server(server) //! the WebSocket server of api asks nobody who they are
            io.on('connection', socket => {
              socket.on('open', order => socket.join(order.id))
            })
          }
        `,
      },
      {
        // Views of Django: one of three has no decorator, one class no mixin.
        ...DJANGO,
        'shop/urls.py': `
          from django.urls import path
          from shop import views
          urlpatterns = [
              path("orders/<int:pk>/edit/", views.edit),
              path("orders/<int:pk>/delete/", views.delete), #! /orders/:pk/delete of web asks nobody who they are, while /orders/:pk/edit asks login_required
              path("products/<int:pk>/edit/", views.ProductUpdate.as_view()),
              path("products/<int:pk>/delete/", views.ProductDelete.as_view()),
          ]
        `,
        'shop/views.py': `
          from django.contrib.auth.decorators import login_required
          from django.contrib.auth.mixins import LoginRequiredMixin
          from django.shortcuts import get_object_or_404, redirect, render
          from django.views.generic import DeleteView, UpdateView
          from shop.models import Order, Product

          @login_required
          def edit(request, pk):
              order = get_object_or_404(Order, pk=pk)
              order.note = request.POST["note"]
              order.save()
              return render(request, "order.html", {"order": order})

          def delete(request, pk):
              order = get_object_or_404(Order, pk=pk)
              order.delete()
              return redirect("orders")

          class ProductUpdate(LoginRequiredMixin, UpdateView):
              model = Product

          class ProductDelete(DeleteView):
              model = Product
        `,
        'shop/models.py': `
          from django.db import models
          class Order(models.Model):
              note = models.TextField()
          class Product(models.Model):
              name = models.TextField()
        `,
      },
      {
        // So does a whole view set that REST framework makes, in a project where only a few views ask.
        ...DJANGO,
        'shop/urls.py': `
          from django.urls import include, path
          from rest_framework.routers import DefaultRouter
          from shop.api import ChangePassword, UserViewSet
          router = DefaultRouter()
          router.register("users", UserViewSet) #! PATCH /api/users/:pk of web asks nobody who they are, while PUT /api/change-password asks IsAuthenticated
          urlpatterns = [path("api/change-password/", ChangePassword.as_view()), path("api/", include(router.urls))]
        `,
        'shop/api.py': `
          from rest_framework import permissions, viewsets
          from rest_framework.response import Response
          from rest_framework.views import APIView
          from shop.models import User

          class ChangePassword(APIView):
              permission_classes = [permissions.IsAuthenticated]

              def put(self, request):
                  request.user.set_password(request.data["password"])
                  request.user.save()
                  return Response({})

          class UserViewSet(viewsets.ModelViewSet):
              queryset = User.objects.all()
              http_method_names = ["get", "patch", "delete"]
        `,
        'shop/models.py': `
          from django.db import models

          class User(models.Model):
              name = models.CharField(max_length=50)
        `,
      },
      {
        // REST framework lets everybody pass where neither the view nor the settings say anything.
        ...DJANGO,
        'shop/urls.py': `
          from django.urls import include, path
          from rest_framework.routers import SimpleRouter
          from shop.api import InvoiceViewSet, OrderViewSet
          router = SimpleRouter()
          router.register("orders", OrderViewSet)
          router.register("invoices", InvoiceViewSet) #! PUT /api/invoices/:pk of web asks nobody who they are
          urlpatterns = [path("api/", include(router.urls))]
        `,
        'shop/api.py': `
          from rest_framework import permissions, viewsets
          from shop.models import Invoice, Order

          class OrderViewSet(viewsets.ModelViewSet):
              queryset = Order.objects.all()
              permission_classes = [permissions.IsAuthenticated]

          class InvoiceViewSet(viewsets.GenericViewSet):
              queryset = Invoice.objects.all()

              def update(self, request, pk):
                  invoice = self.get_object()
                  invoice.total = request.data["total"]
                  invoice.save()
        `,
        'shop/models.py': `
          from django.db import models
          class Order(models.Model):
              note = models.TextField()
          class Invoice(models.Model):
              total = models.IntegerField()
        `,
      },
      {
        ...DJANGO,
        'shop/urls.py': `
          from django.contrib import admin
          from django.urls import path
          from ninja import NinjaAPI
          from ninja.security import django_auth
          from shop.models import Order
          api = NinjaAPI()

          @api.put("/orders/{pk}", auth=django_auth)
          def change(request, pk: int, note: str):
              Order.objects.filter(pk=pk).update(note=note)

          @api.patch("/orders/{pk}", auth=django_auth)
          def annotate(request, pk: int, note: str):
              Order.objects.filter(pk=pk).update(note=note)

          @api.delete("/orders/{pk}") #! DELETE /api/orders/:pk of web asks nobody who they are, while PUT /api/orders/:pk asks django_auth
          def remove(request, pk: int):
              Order.objects.filter(pk=pk).delete()

          urlpatterns = [path("admin/", admin.site.urls), path("api/", api.urls)]
        `,
        'shop/models.py': `
          from django.db import models
          class Order(models.Model):
              note = models.TextField()
        `,
      },
      {
        // A handler of Next.js that forgets what the one beside it asks.
        ...NEXT,
        'app/api/orders/[id]/items/route.ts': `
          import { db } from '../../../../../lib/db'
          export async function DELETE(request, { params }) { //! DELETE /api/orders/:id/items of web asks nobody who they are, while PUT /api/orders/:id asks getServerSession
            return Response.json(await db.item.deleteMany({ where: { order: params.id } }))
          }
        `,
      },
    ],
    good: [
      {
        // What a class of the project or of another package asks, what the view decides by the method, whose cart it is.
        ...DJANGO,
        'shop/urls.py': `
          from django.urls import include, path
          from rest_framework.routers import DefaultRouter
          from shop import api
          router = DefaultRouter()
          router.register("users", api.UserViewSet)
          router.register("orders", api.OrderViewSet)
          router.register("notes", api.NoteViewSet)
          router.register("carts", api.CartViewSet)
          router.register("reports", api.ReportViewSet)
          urlpatterns = [path("api/change-password/", api.ChangePassword.as_view()), path("api/", include(router.urls))]
        `,
        'shop/api.py': `
          from multitenancy.api import TenantModelViewSet
          from rest_framework import permissions, viewsets
          from rest_framework.response import Response
          from rest_framework.views import APIView
          from shop.models import User

          class ChangePassword(APIView):
              permission_classes = [permissions.IsAuthenticated]

              def put(self, request):
                  request.user.set_password(request.data["password"])
                  return Response({})

          class SignedInViewSet(viewsets.ModelViewSet):
              permission_classes = [permissions.IsAuthenticated]

          class UserViewSet(SignedInViewSet):
              queryset = User.objects.all()

          class OrderViewSet(viewsets.ModelViewSet):
              queryset = User.objects.all()

              def get_permissions(self):
                  return [permissions.AllowAny()] if self.action == "list" else [permissions.IsAuthenticated()]

          class NoteViewSet(viewsets.ModelViewSet):
              def get_queryset(self):
                  return User.objects.filter(owner=self.request.user)

          class CartViewSet(viewsets.ModelViewSet):
              queryset = User.objects.all()

          class ReportViewSet(TenantModelViewSet):
              queryset = User.objects.all()
        `,
        'shop/models.py': `
          from django.db import models

          class User(models.Model):
              name = models.CharField(max_length=50)
        `,
      },
      {
        // Functions and wrappers of the repository that ask, and a middleware for some paths.
        ...NEXT,
        'middleware.ts': `
          export { default } from 'next-auth/middleware'
          export const config = { matcher: ['/api/orders/:id/lines/:path*'] }
        `,
        'lib/member.ts': `
          import { redirect } from 'next/navigation'
          import { getServerSession } from 'next-auth'
          export async function member() {
            const session = await getServerSession()
            if (!session) redirect('/in')
            return session
          }
          export const forMembers = handler => async (request, context) => {
            if (!(await getServerSession())) return new Response(null, { status: 401 })
            return handler(request, context)
          }
        `,
        'app/api/orders/[id]/items/route.ts': `
          import { db } from '../../../../../lib/db'
          import { forMembers, member } from '../../../../../lib/member'
          export async function DELETE(request, { params }) {
            await member()
            return Response.json(await db.item.deleteMany({ where: { order: params.id } }))
          }
          export const PUT = forMembers(async (request, { params }) => {
            return Response.json(await db.item.updateMany({ where: { order: params.id } }))
          })
        `,
        'app/api/orders/[id]/lines/route.ts': `
          import { db } from '../../../../../lib/db'
          export async function DELETE(request, { params }) {
            return Response.json(await db.line.deleteMany({ where: { order: params.id } }))
          }
        `,
        'app/api/orders/webhook/route.ts': `
          import { db } from '../../../../lib/db'
          export async function PUT(request) {
            return Response.json(await db.order.updateMany(await request.json()))
          }
        `,
      },
      {
        // What is put around views where they are registered, own decorators, tests, permissions by default, and what is meant for all.
        ...DJANGO,
        'shop/settings.py': `
          ROOT_URLCONF = "shop.urls"
          MIDDLEWARE = ["django.contrib.auth.middleware.AuthenticationMiddleware", "shop.middleware.Timing"]
          REST_FRAMEWORK = {"DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"]}
        `,
        'shop/middleware.py': `
          class Timing:
              def __init__(self, get_response):
                  self.get_response = get_response
              def __call__(self, request):
                  return self.get_response(request)
        `,
        'shop/urls.py': `
          from django.contrib import admin
          from django.contrib.auth.decorators import login_required, user_passes_test
          from django.urls import include, path
          from rest_framework.routers import DefaultRouter
          from shop import views
          router = DefaultRouter()
          router.register("notes", views.NoteViewSet)
          router.register("ratings", views.OpenViewSet)
          urlpatterns = [
              path("admin/", admin.site.urls),
              path("api/", include(router.urls)),
              path("orders/<int:pk>/edit/", login_required(views.edit)),
              path("orders/<int:pk>/delete/", user_passes_test(lambda user: user.is_staff)(views.delete)),
              path("orders/<int:pk>/archive/", login_required(views.Archive.as_view())),
              path("orders/<int:pk>/close/", views.Close.as_view()),
              path("orders/<int:pk>/reopen/", views.reopen),
              path("orders/<int:pk>/hide/", views.hide),
              path("orders/<int:pk>/move/", views.Move.as_view()),
              path("orders/<int:pk>/pay/", admin.site.admin_view(views.pay)),
              path("orders/<uuid:uuid>/cancel/", views.cancel),
              path("accounts/reset/<int:pk>/", views.pay),
          ]
        `,
        'shop/guards.py': `
          from functools import wraps
          from django.core.exceptions import PermissionDenied
          def teacher(view):
              @wraps(view)
              def wrapped(request, *args, **kwargs):
                  if not request.user.is_teacher:
                      raise PermissionDenied
                  return view(request, *args, **kwargs)
              return wrapped
        `,
        'shop/views.py': `
          from django.contrib.auth.decorators import login_required
          from django.shortcuts import get_object_or_404, redirect
          from django.utils.decorators import method_decorator
          from django.views import View
          from rest_framework.permissions import AllowAny
          from rest_framework.viewsets import ModelViewSet
          from shop.guards import teacher
          from shop.models import Order

          class NoteViewSet(ModelViewSet):
              queryset = Order.objects.all()

          class OpenViewSet(ModelViewSet):
              queryset = Order.objects.all()
              permission_classes = [AllowAny]

          def edit(request, pk):
              order = get_object_or_404(Order, pk=pk)
              order.save()
              return redirect("orders")

          def delete(request, pk):
              get_object_or_404(Order, pk=pk).delete()
              return redirect("orders")

          def pay(request, pk):
              get_object_or_404(Order, pk=pk).save()
              return redirect("orders")

          def cancel(request, uuid):
              get_object_or_404(Order, uuid=uuid).delete()
              return redirect("orders")

          class Archive(View):
              def post(self, request, pk):
                  get_object_or_404(Order, pk=pk).delete()
                  return redirect("orders")

          @method_decorator(login_required, name="dispatch")
          class Close(View):
              def post(self, request, pk):
                  get_object_or_404(Order, pk=pk).delete()
                  return redirect("orders")

          @teacher
          def reopen(request, pk):
              get_object_or_404(Order, pk=pk).save()
              return redirect("orders")

          def hide(request, pk):
              get_object_or_404(Order, pk=pk, owner=request.user).delete()
              return redirect("orders")

          class Base(View):
              def dispatch(self, request, *args, **kwargs):
                  if not request.user.is_authenticated:
                      return redirect("login")
                  return super().dispatch(request, *args, **kwargs)

          class Move(Base):
              def post(self, request, pk):
                  get_object_or_404(Order, pk=pk).save()
                  return redirect("orders")
        `,
        'shop/models.py': `
          from django.db import models
          class Order(models.Model):
              note = models.TextField()
        `,
      },
      {
        // Everybody is asked, but where a view says that it is not for people who are signed in.
        ...DJANGO,
        'shop/settings.py': `
          ROOT_URLCONF = "shop.urls"
          MIDDLEWARE = [
              "django.contrib.auth.middleware.AuthenticationMiddleware",
              "django.contrib.auth.middleware.LoginRequiredMiddleware",
          ]
        `,
        'shop/urls.py': `
          from django.urls import path
          from shop import views
          urlpatterns = [
              path("orders/<int:pk>/edit/", views.edit),
              path("orders/<int:pk>/delete/", views.delete),
              path("orders/<int:pk>/return/", views.give_back),
          ]
        `,
        'shop/views.py': `
          from django.contrib.auth.decorators import login_not_required
          from django.shortcuts import get_object_or_404, redirect
          from shop.models import Order

          def edit(request, pk):
              get_object_or_404(Order, pk=pk).save()
              return redirect("orders")

          def delete(request, pk):
              get_object_or_404(Order, pk=pk).delete()
              return redirect("orders")

          @login_not_required
          def give_back(request, pk):
              get_object_or_404(Order, pk=pk).delete()
              return redirect("orders")
        `,
        'shop/models.py': `
          from django.db import models
          class Order(models.Model):
              note = models.TextField()
        `,
      },
      {
        // Logins, webhooks, forms, what is read by everybody, what asks by itself, and what the order says.
        'compose.yaml': `
          services: { api: { build: ., ports: ["3000:3000"] } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'authenticate.js': `
          const jwt = require('jsonwebtoken')
          module.exports = (request, response, next) => {
            try {
              request.user = jwt.verify(request.headers.authorization, process.env.JWT_SECRET)
              next()
            } catch {
              response.status(401).end()
            }
          }
        `,
        'server.js': `
          const express = require('express')
          const authenticate = require('./authenticate')
          const stripe = require('stripe')(process.env.STRIPE_KEY)
          const store = require('./store')
          const app = express()
          app.post('/auth/login', (request, response) => response.json(store.login(request.body)))
          app.post('/register', (request, response) => response.json(store.register(request.body)))
          app.post('/webhooks/stripe', (request, response) => response.json(stripe.webhooks.constructEvent(request.body)))
          app.post('/contact', (request, response) => response.json(store.contact(request.body)))
          app.get('/products', (request, response) => response.json(store.products()))
          app.post('/products', authenticate, (request, response) => response.json(store.add(request.body)))
          app.delete('/products/:id', authenticate, (request, response) => response.json(store.remove(request.params.id)))
          app.put('/products/:id', (request, response) => {
            if (!request.user) return response.status(401).end()
            response.json(store.change(request.params.id))
          })
          app.patch('/products/:id', (request, response) => store.patch(request, response))
          app.delete('/invitations/:token', (request, response) => response.json(store.decline(request.params.token)))
          app.post('/orders', (request, response) => response.json(store.order(request.body)))
          app.put('/orders/:id', authenticate, (request, response) => response.json(store.change(request.params.id)))
          const teams = express.Router()
          teams.delete('/:id/banner', (request, response) => response.json(store.hide(request.params.id)))
          teams.use(authenticate)
          teams.post('/', (request, response) => response.json(store.team(request.body)))
          teams.put('/:id', (request, response) => response.json(store.team(request.body)))
          app.use('/teams', teams)
          app.use('/images', express.static('images'))
          app.listen(3000)
        `,
        'store.js': 'module.exports = require("./database")',
        'database.js': 'module.exports = {}',
      },
      {
        // One guard before everything, and routes that are marked.
        'compose.yaml': `
          services: { api: { build: ., ports: ["3000:3000"] } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "dist/main.js"]
        `,
        'src/main.ts': `
          import { NestFactory } from '@nestjs/core'
          import { AppModule } from './app.module'
          NestFactory.create(AppModule).then(app => app.listen(3000))
        `,
        'src/app.module.ts': `
          import { CanActivate, Controller, Delete, ExecutionContext, Injectable, Module, Param, Post, Put, SetMetadata } from '@nestjs/common'
          import { APP_GUARD, Reflector } from '@nestjs/core'
          const Public = () => SetMetadata('isPublic', true)
          @Injectable()
          export class JwtGuard implements CanActivate {
            constructor(private readonly reflector: Reflector) {}
            canActivate(context: ExecutionContext) {
              if (this.reflector.getAllAndOverride('isPublic', [context.getHandler(), context.getClass()])) return true
              return context.switchToHttp().getRequest().user !== undefined
            }
          }
          @Controller('orders')
          export class OrdersController {
            @Post()
            create() {}
            @Put(':id')
            change(@Param('id') id: string) {
              return id
            }
            @Public()
            @Delete(':id')
            remove(@Param('id') id: string) {
              return id
            }
          }
          @Module({ controllers: [OrdersController], providers: [{ provide: APP_GUARD, useClass: JwtGuard }] })
          export class AppModule {}
        `,
      },
      {
        // Dependencies of a router.
        'compose.yaml': `
          services: { api: { build: ., ports: ["8000:8000"] } }
        `,
        Dockerfile: `
          FROM python:3.13.2-slim
          WORKDIR /app
          COPY . .
          CMD ["uvicorn", "main:app", "--host", "0.0.0.0"]
        `,
        'main.py': `
          from fastapi import APIRouter, Depends, FastAPI
          from security import get_current_user
          app = FastAPI()
          router = APIRouter(prefix="/items")
          @router.post("")
          def create(body: dict):
              return body
          @router.delete("/{id}")
          def remove(id: int):
              return id
          app.include_router(router, dependencies=[Depends(get_current_user)])
          @app.post("/token")
          def token(body: dict):
              return body
        `,
        'security.py': `
          def get_current_user(authorization: str):
              return authorization
        `,
      },
      {
        // A proxy that asks.
        'compose.yaml': `
          services:
            proxy:
              image: nginx:1.30.0-alpine
              ports: ["80:80"]
              volumes: ["./nginx.conf:/etc/nginx/nginx.conf:ro"]
            api: { build: ., ports: ["3000:3000"] }
        `,
        'nginx.conf': `
          events {}
          http {
            server {
              listen 80;
              location / { auth_request /check; proxy_pass http://api:3000; }
              location = /check { proxy_pass http://api:3000/check; }
            }
          }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'authenticate.js': `
          const jwt = require('jsonwebtoken')
          module.exports = (request, response, next) => {
            try {
              request.user = jwt.verify(request.headers.authorization, process.env.JWT_SECRET)
              next()
            } catch {
              response.status(401).end()
            }
          }
        `,
        'server.js': `
          const express = require('express')
          const authenticate = require('./authenticate')
          const app = express()
          app.post('/orders', authenticate, (request, response) => response.end())
          app.put('/orders/:id', authenticate, (request, response) => response.end())
          app.delete('/orders/:id', (request, response) => response.end())
          app.listen(3000)
        `,
      },
    ],
  },
})

function isReached({ workloads }: Service): boolean {
  return workloads.some(({ userFacing }) => userFacing)
}

function asksSomewhere({ routes }: Service): boolean {
  return routes.routes.some(({ guards }) => guards.some(({ purpose }) => purpose === 'auth'))
}
